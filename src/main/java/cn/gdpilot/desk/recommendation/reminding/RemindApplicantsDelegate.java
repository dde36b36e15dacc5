package cn.gdpilot.desk.recommendation.reminding;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** For applicants of a unit whose own process has not begun yet, i.e. the CA's. */
@Component
class RemindApplicantsDelegate implements JavaDelegate {

    private final ApplicantReminders reminders;

    RemindApplicantsDelegate(ApplicantReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.send((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT));
    }
}
