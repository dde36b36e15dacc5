package cn.gdpilot.desk.sitecheck;

import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.APPLICATION_ID;
import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.CHECK_KEY;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class RecordCheckListener implements TaskListener {

    private static final ContractTask TASK = new ContractTask("site-check", "UserTask_RecordCheck");

    private final CheckDesk desk;
    private final AskedPerson asked;

    RecordCheckListener(CheckDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.record(
                answers.key(APPLICATION_ID),
                CheckSheet.kind(answers.key(CHECK_KEY)),
                answers.outcome(ReviewOutcome.class) == ReviewOutcome.PASS,
                answers.requiredGrounds(),
                asked.of(task, TASK, Group.of(Unit.DEPARTMENT)));
    }
}
