package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that the lead has decided whether the project is added. */
@Component
class DecideRemedyListener implements TaskListener {

    private final ObjectionDesk desk;
    private final CurrentOfficer officer;

    DecideRemedyListener(ObjectionDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        boolean add = answers.outcome(RemedyAnswer.class) == RemedyAnswer.ADD;
        desk.decideRemedy(Long.parseLong(answers.key(OBJECTION_ID)), add, answers.requiredGrounds(), officer.actor());
    }
}
