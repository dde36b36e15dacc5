package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;

import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ReplaceExpertDelegate implements JavaDelegate {

    private final ExpertDesk desk;
    private final SystemStep step;

    ReplaceExpertDelegate(ExpertDesk desk, SystemStep step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> desk.release(Long.parseLong((String) execution.getVariable(ASSIGNMENT_ID))));
    }
}
