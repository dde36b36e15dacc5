package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.campaign.CampaignVariables.UNIT;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "转告接收单位",
        help = "补报或新增的名单送达后，转告下一级接收单位。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "接收单位的办理继续；状态不变。",
        in = "campaign")
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
