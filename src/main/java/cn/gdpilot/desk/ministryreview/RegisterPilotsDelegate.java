package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RegisterPilotsDelegate implements JavaDelegate {

    private final PublishSelection selection;
    private final SystemStep step;

    RegisterPilotsDelegate(PublishSelection selection, SystemStep step) {
        this.selection = selection;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> selection.publish((String) execution.getVariable(CAMPAIGN_ID)));
    }
}
