package cn.gdpilot.platform.engine.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in plain lines which files must be mended before the first start. */
class BrokenModelsAnalyzer extends AbstractFailureAnalyzer<BrokenModels> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BrokenModels models) {
        return new FailureAnalysis(
                "These models are refused, and nothing runs of them yet:\n\n  - "
                        + String.join("\n  - ", models.problems()),
                "Mend the files in processes/ and forms/, or take them away so that those of the program are used, and start again.",
                root);
    }
}
