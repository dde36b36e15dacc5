package cn.gdpilot.domain.duplicate.names;

import org.springframework.stereotype.Component;

/** Companies' names as they are compared: legal form, width, script, order of words and former names do not count. */
@Component
public class CompanyNames {

    private final NameRuleSource rules;

    CompanyNames(NameRuleSource rules) {
        this.rules = rules;
    }

    /** True if both may name one company; two empty names name none. */
    public boolean same(String first, String second) {
        if (first == null || second == null || first.isBlank() || second.isBlank()) {
            return false;
        }
        NameReader reader = new NameReader(rules.current());
        return reader.company(first).equals(reader.company(second));
    }
}
