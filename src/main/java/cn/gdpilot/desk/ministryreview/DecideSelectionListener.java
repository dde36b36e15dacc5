package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.SELECTION;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class DecideSelectionListener implements TaskListener {

    private final DecideSelection selection;
    private final CurrentOfficer officer;

    DecideSelectionListener(DecideSelection selection, CurrentOfficer officer) {
        this.selection = selection;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        selection.decide(answers.key(CAMPAIGN_ID), answers.list(SELECTION), answers.requiredGrounds(), officer.actor());
    }
}
