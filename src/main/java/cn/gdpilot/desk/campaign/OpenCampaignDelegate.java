package cn.gdpilot.desk.campaign;

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
                (String) execution.getVariable("title"),
                (String) execution.getVariable("noticeNumber"),
                (String) execution.getVariable("cityDeadline"),
                (String) execution.getVariable("ministryDeadline"),
                officer.actor() == Actor.SYSTEM);
        execution.setProcessBusinessKey(round.id());
        execution.setVariable("campaignId", round.id());
    }
}
