package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.CAMPAIGN_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RegisterPilotsDelegate implements JavaDelegate {

    private final PublishSelection selection;

    RegisterPilotsDelegate(PublishSelection selection) {
        this.selection = selection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        selection.publish((String) execution.getVariable(CAMPAIGN_ID));
    }
}
