package cn.gdpilot.recommendation;

import cn.gdpilot.engine.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class RegisterArrivalListener implements TaskListener {

    private final RecommendationDesk desk;

    RegisterArrivalListener(RecommendationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        Delivery delivery =
                new Delivery(answers.count("tableCopies"), answers.count("paperCopies"), answers.count("discCopies"));
        desk.registerArrival(answers.key("campaignId"), answers.key("unit"), delivery);
    }
}
