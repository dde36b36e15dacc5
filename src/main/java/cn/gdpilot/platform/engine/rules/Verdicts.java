package cn.gdpilot.platform.engine.rules;

import cn.gdpilot.domain.eligibility.Finding.Verdict;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.tables.TableAnswer;
import org.springframework.stereotype.Component;

/** Reduces the answer of a table of findings to one word, by which a gateway decides. */
@Component
public class Verdicts {

    private static final String NOTHING = "PASS";

    /**
     * The gravest verdict.
     *
     * @param decisionResult the table's answer
     * @return REFUSE where a row refuses; REFER where a person has to decide, also because a row cannot be read; else PASS
     */
    @ForModels(
            name = "最严重的结论",
            help = "规则表各行结论中最严重的一个。用在规则任务的输出中，再由网关分流。",
            given = Given.TABLE_ANSWER,
            gives = "PASS、REFER 或 REFUSE；无法读取时为 REFER。")
    public String gravest(TableAnswer decisionResult) {
        if (has(decisionResult, Verdict.REFUSE)) {
            return Verdict.REFUSE.name();
        }
        return !decisionResult.isClear() || has(decisionResult, Verdict.REFER) ? Verdict.REFER.name() : NOTHING;
    }

    private static boolean has(TableAnswer answer, Verdict verdict) {
        return answer.rows().stream().anyMatch(row -> verdict.name().equals(row.text("verdict")));
    }
}
