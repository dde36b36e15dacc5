package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class PublishResultListener implements TaskListener {

    private final MinistryDesk desk;

    PublishResultListener(MinistryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        if ("RETURN".equals(answers.outcome("PUBLISH", "RETURN"))) {
            answers.requiredGrounds();
            desk.reopen(answers.key("campaignId"));
        }
    }
}
