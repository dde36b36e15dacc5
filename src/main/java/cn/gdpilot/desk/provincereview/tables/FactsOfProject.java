package cn.gdpilot.desk.provincereview.tables;

import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
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
    @ForModels(
            name = "优先条件事实",
            help = "规则表的输入：项目是否具备各项优先条件。",
            given = Given.APPLICATION,
            gives = "事实。取其一项使用：.demonstrationBase()、.innovationAccepted()、.revolutionaryArea()、.markedEffect()。",
            in = "province-review")
    public PriorityFacts priority(String applicationId) {
        return memo.of(
                applicationId,
                PriorityFacts.class,
                () -> PriorityFacts.of(applications.get(applicationId).facts()));
    }

    /** True if the table names a condition that the project meets, or one whose sentence cannot be read. */
    @ForModels(
            name = "是否符合优先条件",
            help = "priority-conditions 的结果中是否有符合的条件。用在规则任务的输出中。",
            given = Given.TABLE_ANSWER,
            gives = "true 或 false。",
            in = "province-review")
    public boolean favoured(TableAnswer decisionResult) {
        return !decisionResult.rows().isEmpty() || !decisionResult.isClear();
    }
}
