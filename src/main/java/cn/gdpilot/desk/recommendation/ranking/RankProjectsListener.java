package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.desk.recommendation.RecommendationDesk;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class RankProjectsListener implements TaskListener {

    private final RecommendationDesk desk;
    private final CurrentOfficer officer;

    RankProjectsListener(RecommendationDesk desk, CurrentOfficer officer) {
        this.desk = desk;
        this.officer = officer;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskAnswers answers = TaskAnswers.of(task);
        desk.settle(answers.key("campaignId"), answers.key("unit"), answers.list("ranking"), answers.grounds(), officer.actor());
    }
}
