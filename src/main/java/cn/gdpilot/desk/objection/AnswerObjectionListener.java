package cn.gdpilot.desk.objection;

import static cn.gdpilot.desk.objection.ObjectionVariables.OBJECTION_ID;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that an officer has answered an objection. */
@Component
class AnswerObjectionListener implements TaskListener {

    private final ObjectionDesk desk;
    private final CurrentOfficer officer;

    AnswerObjectionListener(ObjectionDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.answer(
                Long.parseLong(answers.key(OBJECTION_ID)),
                answers.outcome(ObjectionAnswer.class),
                answers.requiredGrounds(),
                officer.actor());
    }
}
