package cn.gdpilot.desk.sitecheck;

import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.APPLICATION_ID;
import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.CHECK_KEY;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.record.Actor;
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
        name = "登记核查意见",
        help = "登记现场核查或合法性审查的结论。须紧接核查任务。",
        given = {Given.APPLICATION, Given.CHECK, Given.OUTCOME, Given.GROUNDS},
        gives = "核查结论入卷。",
        in = "site-check")
class RegisterCheckDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("site-check", "UserTask_RecordCheck");

    private final CheckDesk desk;
    private final AskedPerson asked;

    RegisterCheckDelegate(CheckDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.DEPARTMENT));
        TaskAnswers answers = TaskAnswers.of(execution);
        desk.record(
                answers.key(APPLICATION_ID),
                CheckSheet.kind(answers.key(CHECK_KEY)),
                answers.outcome(ReviewOutcome.class) == ReviewOutcome.PASS,
                answers.requiredGrounds(),
                officer);
    }
}
