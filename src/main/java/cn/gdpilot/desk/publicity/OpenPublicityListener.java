package cn.gdpilot.desk.publicity;

import static cn.gdpilot.desk.publicity.PublicityVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.publicity.PublicityVariables.PUBLIC_LIST;
import static cn.gdpilot.desk.publicity.PublicityVariables.UNIT;
import static cn.gdpilot.desk.publicity.PublicityVariables.WORKING_DAYS;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class OpenPublicityListener implements TaskListener {

    private final PublicityDesk desk;
    private final CurrentOfficer officer;

    OpenPublicityListener(PublicityDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.open(
                answers.key(CAMPAIGN_ID),
                answers.key(UNIT),
                answers.list(PUBLIC_LIST),
                answers.count(WORKING_DAYS),
                officer.actor());
    }
}
