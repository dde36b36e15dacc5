package cn.gdpilot.desk.recommendation.reminding;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "发送期限提醒",
        help = "按 reminder-schedule 的结果，提醒单位、上级和申报单位期限将到。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "当天应提醒的人收到信函；已提醒过的不重复。",
        in = "recommendation")
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
