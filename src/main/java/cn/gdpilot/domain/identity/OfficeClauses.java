package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Clauses;
import org.springframework.stereotype.Component;

/** Clauses for pages and papers: {@code ${@officeClauses.of(step.rule(), step.office())}}. */
@Component
public class OfficeClauses {

    private final Units units;

    OfficeClauses(Units units) {
        this.units = units;
    }

    /**
     * The clause on which an office's decision rests.
     *
     * @param rule   number of the rule; may be null
     * @param office id of the unit that decides; null = the system or the applicant
     * @return the clause; a dash without a rule
     */
    public String of(String rule, String office) {
        if (rule == null) {
            return "—";
        }
        return Clauses.of(rule, office == null ? null : units.get(office).type());
    }
}
