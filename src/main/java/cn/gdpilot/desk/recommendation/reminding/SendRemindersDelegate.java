package cn.gdpilot.desk.recommendation.reminding;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendRemindersDelegate implements JavaDelegate {

    private final Reminders reminders;
    private final ApplicantReminders applicants;

    SendRemindersDelegate(Reminders reminders, ApplicantReminders applicants) {
        this.reminders = reminders;
        this.applicants = applicants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String round = (String) execution.getVariable(CAMPAIGN_ID);
        String unit = (String) execution.getVariable(UNIT);
        reminders.send(round, unit);
        applicants.send(round, unit);
    }
}
