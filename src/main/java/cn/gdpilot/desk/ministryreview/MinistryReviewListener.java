package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class MinistryReviewListener implements TaskListener {

    private final ReviewReceived projects;
    private final CurrentOfficer officer;

    MinistryReviewListener(ReviewReceived projects, CurrentOfficer officer) {
        this.projects = projects;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        projects.review(
                answers.key(APPLICATION_ID),
                answers.outcome(ReviewOutcome.class),
                answers.requiredGrounds(),
                officer.actor());
    }
}
