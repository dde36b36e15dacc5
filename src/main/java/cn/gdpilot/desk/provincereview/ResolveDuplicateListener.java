package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.KEEP;
import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.PAIR_ID;

import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that a person has decided a pair. */
@Component
class ResolveDuplicateListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("province-review", "UserTask_ResolveDuplicate");

    private final SettleDuplicate settle;
    private final AskedPerson asked;

    ResolveDuplicateListener(SettleDuplicate settle, AskedPerson asked) {
        this.settle = settle;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        boolean same = answers.outcome(DuplicateOutcome.class) == DuplicateOutcome.SAME;
        settle.resolve(
                answers.key(PAIR_ID),
                same,
                answers.choice(KEEP, Keep.class),
                answers.requiredGrounds(),
                asked.of(task, TASK, Group.of(Unit.DEPARTMENT)));
    }
}
