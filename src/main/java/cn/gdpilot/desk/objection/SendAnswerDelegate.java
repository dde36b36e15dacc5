package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(name = "答复有关各方", help = "把异议的答复告知异议人和有关单位。", given = Given.OBJECTION, gives = "有关各方收到答复。", in = "objection")
class SendAnswerDelegate implements JavaDelegate {

    private final ObjectionDesk desk;
    private final SystemStep step;

    SendAnswerDelegate(ObjectionDesk desk, SystemStep step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> desk.tell(Long.parseLong((String) execution.getVariable(OBJECTION_ID))));
    }
}
