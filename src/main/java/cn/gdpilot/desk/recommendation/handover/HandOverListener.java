package cn.gdpilot.desk.recommendation.handover;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.COURIER_NUMBER;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.SENT_AT;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.SENT_BY;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class HandOverListener implements TaskListener {

    private final HandOverList dispatch;

    HandOverListener(HandOverList dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        Dispatch.Said said =
                new Dispatch.Said(answers.text(SENT_BY), answers.text(COURIER_NUMBER), answers.text(SENT_AT));
        dispatch.handOver(answers.key(CAMPAIGN_ID), answers.key(UNIT), said);
    }
}
