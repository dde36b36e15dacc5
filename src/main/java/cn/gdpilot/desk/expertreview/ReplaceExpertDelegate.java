package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ReplaceExpertDelegate implements JavaDelegate {

    private final ExpertDesk desk;

    ReplaceExpertDelegate(ExpertDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.release(Long.parseLong((String) execution.getVariable(ASSIGNMENT_ID)));
    }
}
