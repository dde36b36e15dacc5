package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationDesk;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class SignRecommendationListener implements TaskListener {

    private final RecommendationDesk desk;
    private final CurrentOfficer officer;

    SignRecommendationListener(RecommendationDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        if ("SIGN".equals(answers.outcome("SIGN", "RETURN"))) {
            desk.sign(answers.key("campaignId"), answers.key("unit"), officer.actor());
        } else {
            answers.requiredGrounds();
            desk.giveBack(answers.key("campaignId"), answers.key("unit"));
        }
    }
}
