package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.NONE_SELECTED;
import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.PASSED_OVER;
import static cn.gdpilot.desk.ministryreview.MinistryReviewVariables.SELECTION;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
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
        name = "登记入选名单",
        help = "登记部级负责人确定的入选名单。须紧接“确定入选项目”任务。",
        given = {Given.CAMPAIGN, Given.GROUNDS},
        gives = "入选名单确定；与排序不一致的须有说明。",
        in = "ministry-review")
class RegisterSelectionDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("ministry-review", "UserTask_DecideSelection");

    private final DecideSelection selection;
    private final AskedPerson asked;

    RegisterSelectionDelegate(DecideSelection selection, AskedPerson asked) {
        this.selection = selection;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor lead = asked.behind(execution, TASK, Group.of(Unit.MINISTRY).lead());
        TaskAnswers answers = TaskAnswers.of(execution);
        selection.decide(
                answers.key(CAMPAIGN_ID),
                new DecideSelection.Chosen(
                        answers.list(SELECTION),
                        Boolean.parseBoolean(answers.text(NONE_SELECTED)),
                        answers.text(PASSED_OVER, TextLimit.GROUNDS),
                        answers.requiredGrounds()),
                lead);
    }
}
