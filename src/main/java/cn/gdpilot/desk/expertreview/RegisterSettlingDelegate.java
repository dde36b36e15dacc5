package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.APPLICATION_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.UNIT;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.ExpertReview;
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
        name = "登记处理意见",
        help = "登记单位在专家不足时的处理意见。须紧接“专家不足待处理”任务。",
        given = {Given.UNIT, Given.APPLICATION, Given.OUTCOME, Given.GROUNDS},
        gives = "按现有评分结束，或重新指派。",
        in = "expert-review")
class RegisterSettlingDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("expert-review", "UserTask_SettleReview");

    private final ExpertReview review;
    private final ExpertPanels panels;
    private final AskedPerson asked;

    RegisterSettlingDelegate(ExpertReview review, ExpertPanels panels, AskedPerson asked) {
        this.review = review;
        this.panels = panels;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        Actor officer = asked.behind(execution, TASK, Group.of(answers.key(UNIT)));
        if (answers.outcome(SettlingAnswer.class) == SettlingAnswer.CLOSE) {
            review.settle(
                    panels.level(answers.key(UNIT)), answers.key(APPLICATION_ID), answers.requiredGrounds(), officer);
        }
    }
}
