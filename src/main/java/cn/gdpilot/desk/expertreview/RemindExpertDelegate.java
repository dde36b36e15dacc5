package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RemindExpertDelegate implements JavaDelegate {

    private final ExpertDesk desk;

    RemindExpertDelegate(ExpertDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remind(Long.parseLong((String) execution.getVariable(ASSIGNMENT_ID)));
    }
}
