package cn.gdpilot.desk.publicity;

import static cn.gdpilot.desk.publicity.PublicityVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.publicity.PublicityVariables.UNIT;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "结束公示",
        help = "公示期满且异议都已答复时结束公示。",
        given = {Given.CAMPAIGN, Given.UNIT},
        gives = "公示结束，名单可以继续办理。",
        in = "publicity")
class ClosePublicityDelegate implements JavaDelegate {

    private final PublicityDesk desk;
    private final SystemStep step;

    ClosePublicityDelegate(PublicityDesk desk, SystemStep step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(
                execution,
                () -> desk.close((String) execution.getVariable(CAMPAIGN_ID), (String) execution.getVariable(UNIT)));
    }
}
