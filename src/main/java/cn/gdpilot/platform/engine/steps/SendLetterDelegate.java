package cn.gdpilot.platform.engine.steps;

import cn.gdpilot.domain.mail.letters.FurtherLetters.Recipient;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a letter that is declared as content, to whom the model says. */
@Component
class SendLetterDelegate implements JavaDelegate {

    private static final String LETTER = "letter";
    private static final String TO = "to";

    private final CaseLetters letters;

    SendLetterDelegate(CaseLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.send(
                (String) execution.getVariableLocal(LETTER),
                Recipient.valueOf((String) execution.getVariableLocal(TO)),
                CaseOf.step(execution),
                execution.getActivityInstanceId());
    }
}
