package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.APPLICATION_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.UNIT;

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
        String unit = (String) execution.getVariable(UNIT);
        desk.appoint((String) execution.getVariable(CAMPAIGN_ID), panels.level(unit), (String)
                execution.getVariable(APPLICATION_ID));
    }
}
