package cn.gdpilot.desk.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AnnounceLateListDelegate implements JavaDelegate {

    private final LateLists lateLists;

    AnnounceLateListDelegate(LateLists lateLists) {
        this.lateLists = lateLists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lateLists.over((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
