package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class MinistryReviewListener implements TaskListener {

    private final MinistryDesk desk;
    private final CurrentOfficer officer;

    MinistryReviewListener(MinistryDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.review(
                answers.key("applicationId"),
                answers.outcome("PASS", "FAIL"),
                answers.requiredGrounds(),
                officer.actor());
    }
}
