package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class PublishResultListener implements TaskListener {

    private final DecideSelection selection;

    PublishResultListener(DecideSelection selection) {
        this.selection = selection;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        if (answers.outcome(PublishingAnswer.class) == PublishingAnswer.RETURN) {
            answers.requiredGrounds();
            selection.reopen(answers.key(CAMPAIGN_ID));
        }
    }
}
