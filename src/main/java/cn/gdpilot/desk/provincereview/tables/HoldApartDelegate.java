package cn.gdpilot.desk.provincereview.tables;

import static cn.gdpilot.platform.engine.variables.CaseVariables.PAIR_ID;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
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
