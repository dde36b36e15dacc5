package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "登记试点并通知",
        help = "按公布的结果登记试点项目，并通知各方。",
        given = Given.CAMPAIGN,
        gives = "入选项目进入试点名册；各方收到通知。",
        in = "ministry-review")
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
