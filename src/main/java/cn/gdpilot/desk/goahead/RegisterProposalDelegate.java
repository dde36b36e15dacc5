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

/** Hears that a handler proposes to go ahead. */
@Component
@ForModels(
        name = "登记提请",
        help = "登记经办人提请先行办理的理由。须紧接“提出先行办理”任务。",
        given = {Given.CAMPAIGN, Given.GROUNDS},
        gives = "提请入卷，等待负责人审批。",
        in = "go-ahead")
class RegisterProposalDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("go-ahead", "UserTask_ProposeGoAhead");

    private final GoAhead goAhead;
    private final AskedPerson asked;

    RegisterProposalDelegate(GoAhead goAhead, AskedPerson asked) {
        this.goAhead = goAhead;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor officer = asked.behind(execution, TASK, Group.of(Unit.DEPARTMENT));
        TaskAnswers answers = TaskAnswers.of(execution);
        goAhead.propose(answers.key(CAMPAIGN_ID), answers.requiredGrounds(), officer);
    }
}
