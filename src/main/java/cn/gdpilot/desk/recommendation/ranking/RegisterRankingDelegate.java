package cn.gdpilot.desk.recommendation.ranking;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.MOVED;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.RANKING;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RegisterRankingDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("recommendation", "UserTask_RankProjects");

    private final RankList ranking;
    private final AskedPerson asked;

    RegisterRankingDelegate(RankList ranking, AskedPerson asked) {
        this.ranking = ranking;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        Actor officer = asked.behind(execution, TASK, Group.of(answers.key(UNIT)));
        ranking.settle(
                answers.key(CAMPAIGN_ID),
                answers.key(UNIT),
                answers.list(RANKING),
                answers.grounds(),
                answers.text(MOVED, TextLimit.GROUNDS),
                officer);
    }
}
