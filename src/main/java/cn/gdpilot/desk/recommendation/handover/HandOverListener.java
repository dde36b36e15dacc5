package cn.gdpilot.desk.recommendation.handover;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.COURIER_NUMBER;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.SENT_AT;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.SENT_BY;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class HandOverListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("recommendation", "UserTask_HandOver");

    private final AskedPerson asked;

    private final HandOverList dispatch;

    HandOverListener(HandOverList dispatch, AskedPerson asked) {
        this.asked = asked;
        this.dispatch = dispatch;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        Dispatch.Said said =
                new Dispatch.Said(answers.text(SENT_BY), answers.text(COURIER_NUMBER), answers.text(SENT_AT));
        asked.of(task, TASK, Group.of(answers.key(UNIT)));
        dispatch.handOver(answers.key(CAMPAIGN_ID), answers.key(UNIT), said);
    }
}
