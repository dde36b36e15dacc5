package cn.gdpilot.platform.engine.steps;

import cn.gdpilot.domain.mail.letters.FurtherLetters.Recipient;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a letter that is declared as content, to whom the model says. */
@Component
@ForModels(
        name = "发送信函",
        help = "发送一封在 further-letters.csv 中登记的信函，正文在 content/letters 中，无须开发。",
        given = {Given.LETTER, Given.TO},
        gives = "收信方收到信函；同一步骤不重复发送。",
        in = {"application", "recommendation"})
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
