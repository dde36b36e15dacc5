package cn.gdpilot.platform.startup;

import cn.gdpilot.domain.text.Refusal;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in one plain line, instead of a trace, which line of a reference list ended the start. */
class RefusedStartAnalyzer extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected FailureAnalysis analyze(Throwable root, Refusal refusal) {
        return new FailureAnalysis(
                "This start is refused:\n\n  - " + refusal.getMessage(), "Mend it and start again.", root);
    }
}
