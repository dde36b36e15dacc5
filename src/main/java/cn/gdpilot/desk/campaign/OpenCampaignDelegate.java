package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.campaign.CampaignVariables.CITY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.MINISTRY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.NOTICE_NUMBER;
import static cn.gdpilot.desk.campaign.CampaignVariables.TITLE;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the round that people of the Department have asked for, or the program at its very first start. */
@Component
@ForModels(
        name = "开通申报并通知",
        help = "按复核通过的启动申请开通批次，并通知各单位。",
        given = Given.INSTANCE,
        gives = "批次开通；写入变量 campaignId 和业务键。",
        in = "campaign")
class OpenCampaignDelegate implements JavaDelegate {

    private final Campaigns campaigns;
    private final FirstRound firstRound;
    private final SystemStep step;

    OpenCampaignDelegate(Campaigns campaigns, FirstRound firstRound, SystemStep step) {
        this.campaigns = campaigns;
        this.firstRound = firstRound;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (firstRound.isDue()) {
            opened(
                    execution,
                    campaigns.openFirst(
                            (String) execution.getVariable(TITLE),
                            (String) execution.getVariable(NOTICE_NUMBER),
                            (String) execution.getVariable(CITY_DEADLINE),
                            (String) execution.getVariable(MINISTRY_DEADLINE)));
            return;
        }
        step.take(execution, () -> opened(execution, campaigns.open(execution.getProcessInstanceId())));
    }

    private static void opened(DelegateExecution execution, Round round) {
        execution.setProcessBusinessKey(round.id());
        execution.setVariable(CAMPAIGN_ID, round.id());
    }
}
