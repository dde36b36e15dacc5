package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.KEEP;
import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.PAIR_ID;

import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hears that a person has decided a pair. */
@Component
@ForModels(
        name = "登记认定意见",
        help = "登记经办人对一对疑似重复项目的认定。须紧接认定任务。",
        given = {Given.PAIR, Given.OUTCOME, Given.GROUNDS},
        gives = "认定为同一项目时只保留一个；否则两个都保留。",
        in = "province-review")
class RegisterVerdictDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("province-review", "UserTask_ResolveDuplicate");

    private final SettleDuplicate settle;
    private final AskedPerson asked;

    RegisterVerdictDelegate(SettleDuplicate settle, AskedPerson asked) {
        this.settle = settle;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.DEPARTMENT));
        TaskAnswers answers = TaskAnswers.of(execution);
        boolean same = answers.outcome(DuplicateOutcome.class) == DuplicateOutcome.SAME;
        settle.resolve(
                answers.key(PAIR_ID), same, answers.choice(KEEP, Keep.class), answers.requiredGrounds(), officer);
    }
}
