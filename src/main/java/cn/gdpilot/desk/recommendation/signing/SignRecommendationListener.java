package cn.gdpilot.desk.recommendation.signing;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class SignRecommendationListener implements TaskListener {

    private final SignList signing;
    private final CurrentOfficer officer;

    SignRecommendationListener(SignList signing, CurrentOfficer officer) {
        this.signing = signing;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        if (answers.outcome(SigningAnswer.class) == SigningAnswer.SIGN) {
            signing.sign(answers.key(CAMPAIGN_ID), answers.key(UNIT), officer.actor());
        } else {
            answers.requiredGrounds();
            signing.giveBack(answers.key(CAMPAIGN_ID), answers.key(UNIT));
        }
    }
}
