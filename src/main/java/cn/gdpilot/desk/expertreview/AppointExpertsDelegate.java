package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.APPLICATION_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.UNIT;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "指派专家",
        help = "为一个项目按规则抽取并指派专家，同时通知专家。",
        given = {Given.CAMPAIGN, Given.UNIT, Given.APPLICATION},
        gives = "产生若干专家指派；专家收到邀请。",
        in = "expert-review")
class AppointExpertsDelegate implements JavaDelegate {

    private final ExpertDesk desk;
    private final ExpertPanels panels;
    private final SystemStep step;

    AppointExpertsDelegate(ExpertDesk desk, ExpertPanels panels, SystemStep step) {
        this.desk = desk;
        this.panels = panels;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String unit = (String) execution.getVariable(UNIT);
        String round = (String) execution.getVariable(CAMPAIGN_ID);
        String application = (String) execution.getVariable(APPLICATION_ID);
        step.take(execution, () -> desk.appoint(round, panels.level(unit), application));
    }
}
