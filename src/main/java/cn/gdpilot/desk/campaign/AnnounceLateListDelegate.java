package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.campaign.CampaignVariables.UNIT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AnnounceLateListDelegate implements JavaDelegate {

    private final LateLists lateLists;

    AnnounceLateListDelegate(LateLists lateLists) {
        this.lateLists = lateLists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lateLists.over((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT));
    }
}
