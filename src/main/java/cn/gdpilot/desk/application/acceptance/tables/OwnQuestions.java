package cn.gdpilot.desk.application.acceptance.tables;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.platform.engine.rules.FurtherInputs;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands the answers to the round's own questions to the tables that a model asks about an application. */
@Component
class OwnQuestions implements FurtherInputs {

    private static final String PROCESS = "application";

    private final Applications applications;
    private final ExtraFacts extra;

    OwnQuestions(Applications applications, ExtraFacts extra) {
        this.applications = applications;
        this.extra = extra;
    }

    @Override
    public Map<String, Object> of(String table, String process, String businessKey) {
        if (!process.equals(PROCESS) || extra.ofTable(table).isEmpty()) {
            return Map.of();
        }
        Application application = applications.get(businessKey);
        return extra.inputs(application.roundId(), table, application.facts().extra());
    }
}
