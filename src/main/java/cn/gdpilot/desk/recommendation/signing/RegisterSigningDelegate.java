package cn.gdpilot.desk.recommendation.signing;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.NOT_AWAITED;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.TextLimit;
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
        name = "登记签发意见",
        help = "登记负责人签发或退回名单的意见。须紧接“签发推荐名单”任务。",
        given = {Given.CAMPAIGN, Given.UNIT, Given.OUTCOME, Given.GROUNDS},
        gives = "名单签发，或退回重排。",
        in = "recommendation")
class RegisterSigningDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("recommendation", "UserTask_SignRecommendation");

    private final SignList signing;
    private final AskedPerson asked;

    RegisterSigningDelegate(SignList signing, AskedPerson asked) {
        this.signing = signing;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        Actor lead = asked.behind(execution, TASK, Group.of(answers.key(UNIT)).lead());
        if (answers.outcome(SigningAnswer.class) == SigningAnswer.SIGN) {
            signing.sign(
                    answers.key(CAMPAIGN_ID), answers.key(UNIT), answers.text(NOT_AWAITED, TextLimit.GROUNDS), lead);
        } else {
            answers.requiredGrounds();
            signing.giveBack(answers.key(CAMPAIGN_ID), answers.key(UNIT));
        }
    }
}
