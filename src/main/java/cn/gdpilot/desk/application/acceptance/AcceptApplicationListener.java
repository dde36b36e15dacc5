package cn.gdpilot.desk.application.acceptance;

import static cn.gdpilot.desk.application.ApplicationVariables.CREDIT_RECORD;
import static cn.gdpilot.desk.application.ApplicationVariables.POINTS;
import static cn.gdpilot.desk.application.ApplicationVariables.RULE;
import static cn.gdpilot.desk.application.ApplicationVariables.TO_CORRECT;

import cn.gdpilot.domain.eligibility.credit.CreditAnswer;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class AcceptApplicationListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("application", "UserTask_AcceptApplication");

    private final Acceptance acceptance;
    private final ReturnApplication returning;
    private final RefuseApplication refusing;
    private final Applications applications;
    private final AskedPerson asked;

    AcceptApplicationListener(
            Acceptance acceptance,
            ReturnApplication returning,
            RefuseApplication refusing,
            Applications applications,
            AskedPerson asked) {
        this.applications = applications;
        this.acceptance = acceptance;
        this.returning = returning;
        this.refusing = refusing;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        String id = answers.businessKey();
        Actor actor = asked.of(task, TASK, Group.of(applications.get(id).unitId()));
        switch (answers.outcome(AcceptanceAnswer.class)) {
            case ACCEPT ->
                acceptance.accept(
                        id,
                        answers.choice(CREDIT_RECORD, CreditAnswer.State.class),
                        answers.text(POINTS) == null ? null : answers.chosen(POINTS),
                        answers.grounds(),
                        actor);
            case RETURN ->
                returning.giveBack(id, new ReturnNote(answers.chosen(TO_CORRECT), answers.requiredGrounds()), actor);
            case REFUSE -> refusing.refuse(id, answers.text(RULE), answers.requiredGrounds(), actor);
        }
    }
}
