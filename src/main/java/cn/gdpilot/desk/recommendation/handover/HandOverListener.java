package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.desk.recommendation.RecommendationDesk;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class HandOverListener implements TaskListener {

    private final RecommendationDesk desk;

    HandOverListener(RecommendationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        Dispatch.Said said =
                new Dispatch.Said(answers.text("sentBy"), answers.text("courierNumber"), answers.text("sentAt"));
        desk.handOver(answers.key("campaignId"), answers.key("unit"), said);
    }
}
