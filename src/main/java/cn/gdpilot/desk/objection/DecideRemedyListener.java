package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that the lead has decided whether the project is added. */
@Component
class DecideRemedyListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("objection", "UserTask_DecideRemedy");

    private final ObjectionDesk desk;
    private final AskedPerson asked;

    DecideRemedyListener(ObjectionDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        boolean add = answers.outcome(RemedyAnswer.class) == RemedyAnswer.ADD;
        long id = Long.parseLong(answers.key(OBJECTION_ID));
        desk.decideRemedy(
                id,
                add,
                answers.requiredGrounds(),
                asked.of(task, TASK, Group.of(desk.unit(id)).lead()));
    }
}
