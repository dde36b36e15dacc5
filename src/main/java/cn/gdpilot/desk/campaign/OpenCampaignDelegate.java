package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.campaign.CampaignVariables.CITY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.MINISTRY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.NOTICE_NUMBER;
import static cn.gdpilot.desk.campaign.CampaignVariables.TITLE;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class OpenCampaignDelegate implements JavaDelegate {

    private final Campaigns campaigns;
    private final CurrentOfficer officer;

    OpenCampaignDelegate(Campaigns campaigns, CurrentOfficer officer) {
        this.campaigns = campaigns;
        this.officer = officer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Round round = campaigns.open(
                (String) execution.getVariable(TITLE),
                (String) execution.getVariable(NOTICE_NUMBER),
                (String) execution.getVariable(CITY_DEADLINE),
                (String) execution.getVariable(MINISTRY_DEADLINE),
                officer.actor() == Actor.SYSTEM);
        execution.setProcessBusinessKey(round.id());
        execution.setVariable(CAMPAIGN_ID, round.id());
    }
}
