package cn.gdpilot.desk.recommendation.arrival;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.DISC_COPIES;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.PAPER_COPIES;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.TABLE_COPIES;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendations;
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
        name = "登记送达份数",
        help = "登记接收单位清点的份数和送达时间。须紧接“登记材料送达”任务。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "名单登记为已送达。",
        in = "recommendation")
class RecordDeliveryDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("recommendation", "UserTask_RegisterArrival");

    private final RegisterArrival arrival;
    private final Recommendations recommendations;
    private final AskedPerson asked;

    RecordDeliveryDelegate(RegisterArrival arrival, Recommendations recommendations, AskedPerson asked) {
        this.recommendations = recommendations;
        this.arrival = arrival;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        String round = answers.key(CAMPAIGN_ID);
        String unit = answers.key(UNIT);
        if (arrival.registered(round, unit)) {
            // At the counter's page, piece by piece; the page completes the task.
            return;
        }
        Actor officer = asked.behind(
                execution, TASK, Group.of(recommendations.get(round, unit).destination()));
        Delivery counted =
                new Delivery(answers.count(TABLE_COPIES), answers.count(PAPER_COPIES), answers.count(DISC_COPIES));
        arrival.register(round, unit, counted, officer);
    }
}
