package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class CommunicationsReviewListener implements TaskListener {

    private final CommunicationsDesk desk;
    private final CurrentOfficer officer;

    CommunicationsReviewListener(CommunicationsDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.review(
                answers.key(APPLICATION_ID),
                answers.outcome(ReviewOutcome.class),
                answers.requiredGrounds(),
                officer.actor());
    }
}
