package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.campaign.CampaignVariables.CITY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.MINISTRY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.NOTICE_NUMBER;
import static cn.gdpilot.desk.campaign.CampaignVariables.TITLE;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a round: the Department begins it by the start form, or the program at its very first start. */
@Component
class OpenCampaignDelegate implements JavaDelegate {

    private static final ContractTask START = new ContractTask("campaign", "StartEvent_CampaignOpened");

    private final Campaigns campaigns;
    private final FirstRound firstRound;
    private final AskedPerson asked;

    OpenCampaignDelegate(Campaigns campaigns, FirstRound firstRound, AskedPerson asked) {
        this.campaigns = campaigns;
        this.firstRound = firstRound;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean isFirst = firstRound.isDue();
        if (!isFirst) {
            asked.beginning(execution, START, Group.of(Unit.DEPARTMENT));
        }
        Round round = campaigns.open(
                (String) execution.getVariable(TITLE),
                (String) execution.getVariable(NOTICE_NUMBER),
                (String) execution.getVariable(CITY_DEADLINE),
                (String) execution.getVariable(MINISTRY_DEADLINE),
                isFirst);
        execution.setProcessBusinessKey(round.id());
        execution.setVariable(CAMPAIGN_ID, round.id());
    }
}
