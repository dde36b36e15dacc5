package cn.gdpilot.desk.application.acceptance.tables;

import static cn.gdpilot.desk.application.ApplicationVariables.CREDIT_RECORD;

import cn.gdpilot.desk.application.acceptance.AcceptanceAnswer;
import cn.gdpilot.desk.application.acceptance.CreditRule;
import cn.gdpilot.desk.application.acceptance.OpenUnitList;
import cn.gdpilot.domain.eligibility.credit.CreditAnswer;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the officer has found at 信用中国 (R2.3), before the tables are asked. */
@Component
@ForModels(
        name = "登记信用查询",
        help = "登记经办人在信用中国查到的结果，供其后的规则表使用。须紧接审核任务的受理分支，在规则任务之前。",
        given = Given.CASE,
        gives = "信用查询结果入卷。",
        in = "application")
class RecordCreditDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("application", "UserTask_AcceptApplication");

    private final CreditRule credit;
    private final Applications applications;
    private final OpenUnitList unitList;
    private final AskedPerson asked;

    RecordCreditDelegate(CreditRule credit, Applications applications, OpenUnitList unitList, AskedPerson asked) {
        this.unitList = unitList;
        this.credit = credit;
        this.applications = applications;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        String id = answers.businessKey();
        Actor officer =
                asked.behind(execution, TASK, Group.of(applications.get(id).unitId()));
        answers.decided(AcceptanceAnswer.class, AcceptanceAnswer.ACCEPT);
        unitList.holdOpen(applications.lock(id));
        credit.record(id, answers.choice(CREDIT_RECORD, CreditAnswer.State.class), officer);
    }
}
