package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class DecideSelectionListener implements TaskListener {

    private final MinistryDesk desk;
    private final CurrentOfficer officer;

    DecideSelectionListener(MinistryDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.decide(answers.key("campaignId"), answers.list("selection"), answers.requiredGrounds(), officer.actor());
    }
}
