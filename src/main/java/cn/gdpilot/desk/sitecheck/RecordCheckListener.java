package cn.gdpilot.desk.sitecheck;

import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.APPLICATION_ID;
import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.CHECK_KEY;

import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class RecordCheckListener implements TaskListener {

    private final CheckDesk desk;
    private final CurrentOfficer officer;

    RecordCheckListener(CheckDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.record(
                answers.key(APPLICATION_ID),
                CheckSheet.kind(answers.key(CHECK_KEY)),
                answers.outcome(ReviewOutcome.class) == ReviewOutcome.PASS,
                answers.requiredGrounds(),
                officer.actor());
    }
}
