package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "登记公布意见",
        help = "登记是否公布评审结果的意见。须紧接“公布评审结果”任务。",
        given = {Given.CAMPAIGN, Given.OUTCOME, Given.GROUNDS},
        gives = "准予公布，或退回重新确定入选名单。",
        in = "ministry-review")
class RegisterPublishingDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("ministry-review", "UserTask_PublishResult");

    private final AskedPerson asked;
    private final DecideSelection selection;
    private final Hearing hearing;

    RegisterPublishingDelegate(DecideSelection selection, AskedPerson asked, Hearing hearing) {
        this.hearing = hearing;
        this.asked = asked;
        this.selection = selection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.MINISTRY));
        switch (answers.outcome(PublishingAnswer.class)) {
            case RETURN -> {
                answers.requiredGrounds();
                selection.reopen(answers.key(CAMPAIGN_ID));
            }
            case PUBLISH -> {
                // A list that came late may have ended the process of a publicity, never the objections to it.
                hearing.holdHeard(answers.key(CAMPAIGN_ID), Unit.MINISTRY);
                selection.toPublish(answers.key(CAMPAIGN_ID), officer);
            }
        }
    }
}
