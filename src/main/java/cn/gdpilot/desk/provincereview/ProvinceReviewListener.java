package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class ProvinceReviewListener implements TaskListener {

    private final ReviewProject review;
    private final CurrentOfficer officer;

    ProvinceReviewListener(ReviewProject review, CurrentOfficer officer) {
        this.review = review;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        review.review(
                answers.key(APPLICATION_ID),
                answers.outcome(ReviewOutcome.class),
                answers.requiredGrounds(),
                officer.actor());
    }
}
