package cn.gdpilot.ministry;

import cn.gdpilot.engine.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class DecideSelectionListener implements TaskListener {

    private final MinistryDesk desk;

    DecideSelectionListener(MinistryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.decide(answers.key("campaignId"), answers.list("selection"), answers.requiredGrounds());
    }
}
