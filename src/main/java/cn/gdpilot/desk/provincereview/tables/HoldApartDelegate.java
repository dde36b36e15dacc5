package cn.gdpilot.desk.provincereview.tables;

import static cn.gdpilot.platform.engine.variables.CaseVariables.PAIR_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "登记为不同项目",
        help = "规则表判定不重复的一对，登记为两个项目。用在判定任务之后。",
        given = Given.PAIR,
        gives = "该对不再待办。",
        in = "province-review")
class HoldApartDelegate implements JavaDelegate {

    private final HoldApart holdApart;
    private final SystemStep step;

    HoldApartDelegate(HoldApart holdApart, SystemStep step) {
        this.holdApart = holdApart;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> holdApart.settle((String) execution.getVariable(PAIR_ID)));
    }
}
