package cn.gdpilot.desk.expertreview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AppointExpertsDelegate implements JavaDelegate {

    private final ExpertDesk desk;
    private final ExpertPanels panels;

    AppointExpertsDelegate(ExpertDesk desk, ExpertPanels panels) {
        this.desk = desk;
        this.panels = panels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String unit = (String) execution.getVariable("unit");
        desk.appoint((String) execution.getVariable("campaignId"), panels.level(unit), (String)
                execution.getVariable("applicationId"));
    }
}
