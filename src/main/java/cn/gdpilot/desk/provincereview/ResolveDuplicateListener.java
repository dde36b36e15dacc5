package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.KEEP;
import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.PAIR_ID;

import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears that a person has decided a pair. */
@Component
class ResolveDuplicateListener implements TaskListener {

    private final SettleDuplicate settle;
    private final CurrentOfficer officer;

    ResolveDuplicateListener(SettleDuplicate settle, CurrentOfficer officer) {
        this.settle = settle;
        this.officer = officer;
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
                officer.actor());
    }
}
