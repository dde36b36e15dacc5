package cn.gdpilot.desk.publicity;

import static cn.gdpilot.desk.publicity.PublicityVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.publicity.PublicityVariables.LATE;
import static cn.gdpilot.desk.publicity.PublicityVariables.LEFT_OFF;
import static cn.gdpilot.desk.publicity.PublicityVariables.PUBLIC_LIST;
import static cn.gdpilot.desk.publicity.PublicityVariables.UNIT;
import static cn.gdpilot.desk.publicity.PublicityVariables.WORKING_DAYS;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RegisterPublicityDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("publicity", "UserTask_OpenPublicity");

    private final PublicityDesk desk;
    private final AskedPerson asked;

    RegisterPublicityDelegate(PublicityDesk desk, AskedPerson asked) {
        this.desk = desk;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        String round = answers.key(CAMPAIGN_ID);
        String unit = answers.key(UNIT);
        Actor officer = asked.behind(execution, TASK, Group.of(unit));
        if (answers.choice(CaseVariables.OUTCOME, PublicityAnswer.class) == PublicityAnswer.FORGO) {
            desk.forgo(round, unit, answers.requiredGrounds(), officer);
        } else {
            desk.open(round, unit, opening(answers), officer);
        }
    }

    private static PublicityDesk.Opening opening(TaskAnswers answers) {
        return new PublicityDesk.Opening(
                answers.list(PUBLIC_LIST),
                answers.count(WORKING_DAYS),
                answers.text(LATE) != null && answers.chosen(LATE).isEmpty(),
                answers.text(LEFT_OFF, TextLimit.GROUNDS));
    }
}
