package cn.gdpilot.desk.application.acceptance;

import static cn.gdpilot.desk.application.ApplicationVariables.CREDIT_RECORD;
import static cn.gdpilot.desk.application.ApplicationVariables.RULE;
import static cn.gdpilot.desk.application.ApplicationVariables.TO_CORRECT;

import cn.gdpilot.domain.eligibility.credit.CreditAnswer;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class AcceptApplicationListener implements TaskListener {

    private final Acceptance acceptance;
    private final ReturnApplication returning;
    private final RefuseApplication refusing;
    private final CurrentOfficer officer;

    AcceptApplicationListener(
            Acceptance acceptance, ReturnApplication returning, RefuseApplication refusing, CurrentOfficer officer) {
        this.acceptance = acceptance;
        this.returning = returning;
        this.refusing = refusing;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        Actor actor = officer.actor();
        String id = answers.businessKey();
        switch (answers.outcome(AcceptanceAnswer.class)) {
            case ACCEPT ->
                acceptance.accept(
                        id, answers.choice(CREDIT_RECORD, CreditAnswer.State.class), answers.grounds(), actor);
            case RETURN ->
                returning.giveBack(id, new ReturnNote(answers.chosen(TO_CORRECT), answers.requiredGrounds()), actor);
            case REFUSE -> refusing.refuse(id, answers.text(RULE), answers.requiredGrounds(), actor);
        }
    }
}
