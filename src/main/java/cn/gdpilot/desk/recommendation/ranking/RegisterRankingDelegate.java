package cn.gdpilot.desk.recommendation.ranking;

import static cn.gdpilot.desk.recommendation.RecommendationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.MOVED;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.RANKING;
import static cn.gdpilot.desk.recommendation.RecommendationVariables.UNIT;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "登记排序",
        help = "登记单位排定的推荐顺序。须紧接“排定推荐顺序”任务。",
        given = {Given.CAMPAIGN, Given.UNIT, Given.GROUNDS},
        gives = "名单的顺序确定；超过名额时退回经办人。",
        in = "recommendation")
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
