package cn.gdpilot.desk.provincereview.tables;

import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.platform.engine.rules.TransactionMemo;
import cn.gdpilot.platform.engine.tables.TableAnswer;
import org.springframework.stereotype.Component;

/** Facts that the table priority-conditions is asked with about a project, as the model asks. */
@Component
public class FactsOfProject {

    private final Applications applications;
    private final TransactionMemo memo;

    FactsOfProject(Applications applications, TransactionMemo memo) {
        this.applications = applications;
        this.memo = memo;
    }

    /** Facts of R2.14. */
    public PriorityFacts priority(String applicationId) {
        return memo.of(
                applicationId,
                PriorityFacts.class,
                () -> PriorityFacts.of(applications.get(applicationId).facts()));
    }

    /** True if the table names a condition that the project meets, or one whose sentence cannot be read. */
    public boolean favoured(TableAnswer decisionResult) {
        return !decisionResult.rows().isEmpty() || !decisionResult.isClear();
    }
}
