package cn.gdpilot.desk.goahead;

import static cn.gdpilot.desk.goahead.GoAheadVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.duplicate.branches.GoAhead;
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

/** Hears what the lead has decided about going ahead. */
@Component
@ForModels(
        name = "登记审批意见",
        help = "登记负责人是否同意先行办理的意见。须紧接审批任务。",
        given = {Given.CAMPAIGN, Given.OUTCOME, Given.GROUNDS},
        gives = "同意时省厅不再等候；不同意时继续等候。",
        in = "go-ahead")
class RegisterGoAheadDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("go-ahead", "UserTask_DecideGoAhead");

    private final GoAhead goAhead;
    private final AskedPerson asked;

    RegisterGoAheadDelegate(GoAhead goAhead, AskedPerson asked) {
        this.goAhead = goAhead;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor lead = asked.behind(execution, TASK, Group.of(Unit.DEPARTMENT).lead());
        TaskAnswers answers = TaskAnswers.of(execution);
        goAhead.decide(
                answers.key(CAMPAIGN_ID),
                answers.outcome(GoAheadAnswer.class) == GoAheadAnswer.GO_AHEAD,
                answers.requiredGrounds(),
                lead);
    }
}
