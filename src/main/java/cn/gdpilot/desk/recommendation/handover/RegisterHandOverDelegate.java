package cn.gdpilot.desk.recommendation.handover;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.COURIER_NUMBER;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.SENT_AT;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.SENT_BY;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.identity.Group;
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
        name = "登记报送",
        help = "登记单位报送材料的方式和时间。须紧接“报送推荐材料”任务。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "报送信息入卷。",
        in = "recommendation")
class RegisterHandOverDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("recommendation", "UserTask_HandOver");

    private final AskedPerson asked;

    private final HandOverList dispatch;

    RegisterHandOverDelegate(HandOverList dispatch, AskedPerson asked) {
        this.asked = asked;
        this.dispatch = dispatch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        asked.behind(execution, TASK, Group.of(answers.key(UNIT)));
        Dispatch.Said said =
                new Dispatch.Said(answers.text(SENT_BY), answers.text(COURIER_NUMBER), answers.text(SENT_AT));
        dispatch.handOver(answers.key(CAMPAIGN_ID), answers.key(UNIT), said);
    }
}
