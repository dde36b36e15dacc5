package cn.gdpilot.desk.application.acceptance;

import static cn.gdpilot.desk.application.ApplicationVariables.CORRECT_UNTIL;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hears whether the unit waits on for a correction. */
@Component
@ForModels(
        name = "登记补正决定",
        help = "登记单位是否延长补正期限的决定。须紧接“决定是否延长补正”任务。",
        given = {Given.CASE, Given.OUTCOME, Given.GROUNDS},
        gives = "补正期限延长，或申请按未补正结束。",
        in = "application")
class RegisterCorrectionDecisionDelegate implements JavaDelegate {

    private static final ContractTask TASK = new ContractTask("application", "UserTask_DecideCorrection");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private final DecideCorrection decide;
    private final Applications applications;
    private final AskedPerson asked;

    RegisterCorrectionDecisionDelegate(DecideCorrection decide, Applications applications, AskedPerson asked) {
        this.decide = decide;
        this.applications = applications;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskAnswers answers = TaskAnswers.of(execution);
        String id = answers.businessKey();
        Actor actor =
                asked.behind(execution, TASK, Group.of(applications.get(id).unitId()));
        switch (answers.outcome(CorrectionAnswer.class)) {
            case EXTEND ->
                decide.extend(
                        id, day(answers.text(CORRECT_UNTIL, TextLimit.SHORT_ANSWER)), answers.requiredGrounds(), actor);
            case CLOSE -> decide.close(id, answers.requiredGrounds(), actor);
        }
    }

    /** @throws Refusal if that is no day of a calendar */
    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip(), DAY);
        } catch (DateTimeParseException noDay) {
            throw Refusal.invalid("correction.day");
        }
    }
}
