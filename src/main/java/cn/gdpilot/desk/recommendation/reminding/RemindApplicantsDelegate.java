package cn.gdpilot.desk.recommendation.reminding;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** For applicants of a unit whose own process has not begun yet, i.e. the CA's. */
@Component
@ForModels(
        name = "提醒申报单位",
        help = "提醒尚未提交的申报单位。用于名单流程尚未开始的单位。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "有草稿的申报单位收到提醒。",
        in = "campaign")
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
