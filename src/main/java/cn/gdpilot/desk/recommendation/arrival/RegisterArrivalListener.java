package cn.gdpilot.desk.recommendation.arrival;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.DISC_COPIES;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.PAPER_COPIES;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.TABLE_COPIES;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class RegisterArrivalListener implements TaskListener {

    private final RegisterArrival arrival;
    private final CurrentOfficer officer;

    RegisterArrivalListener(RegisterArrival arrival, CurrentOfficer officer) {
        this.arrival = arrival;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        String round = answers.key(CAMPAIGN_ID);
        String unit = answers.key(UNIT);
        if (arrival.registered(round, unit)) {
            // At the counter's page, piece by piece; the page completes the task.
            return;
        }
        Delivery counted =
                new Delivery(answers.count(TABLE_COPIES), answers.count(PAPER_COPIES), answers.count(DISC_COPIES));
        arrival.register(round, unit, counted, officer.actor());
    }
}
