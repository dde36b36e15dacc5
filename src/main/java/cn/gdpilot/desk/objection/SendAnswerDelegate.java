package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendAnswerDelegate implements JavaDelegate {

    private final ObjectionDesk desk;

    SendAnswerDelegate(ObjectionDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.tell(Long.parseLong((String) execution.getVariable(OBJECTION_ID)));
    }
}
