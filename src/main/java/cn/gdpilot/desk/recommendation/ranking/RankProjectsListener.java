package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class RankProjectsListener implements TaskListener {

    private final RankList ranking;
    private final CurrentOfficer officer;

    RankProjectsListener(RankList ranking, CurrentOfficer officer) {
        this.ranking = ranking;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        ranking.settle(
                answers.key("campaignId"),
                answers.key("unit"),
                answers.list("ranking"),
                answers.grounds(),
                officer.actor());
    }
}
