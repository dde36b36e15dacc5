package cn.gdpilot.desk.goahead;

import static cn.gdpilot.desk.goahead.GoAheadVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.duplicate.branches.GoAhead;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that a handler proposes to go ahead. */
@Component
class ProposeGoAheadListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("go-ahead", "UserTask_ProposeGoAhead");

    private final GoAhead goAhead;
    private final AskedPerson asked;

    ProposeGoAheadListener(GoAhead goAhead, AskedPerson asked) {
        this.goAhead = goAhead;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        goAhead.propose(
                answers.key(CAMPAIGN_ID), answers.requiredGrounds(), asked.of(task, TASK, Group.of(Unit.DEPARTMENT)));
    }
}
