package cn.gdpilot.platform.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in plain lines, instead of a trace, why the start was refused. */
class UnsafeStartAnalyzer extends AbstractFailureAnalyzer<UnsafeStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeStart start) {
        return new FailureAnalysis(
                "This start is refused:\n\n  - " + String.join("\n  - ", start.problems()),
                "Mend each line and start again; SECURITY.md says why each is asked.",
                root);
    }
}
