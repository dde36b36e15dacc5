package cn.gdpilot.desk.recommendation.ranking;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.RANKING;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

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
                answers.key(CAMPAIGN_ID), answers.key(UNIT), answers.list(RANKING), answers.grounds(), officer.actor());
    }
}
