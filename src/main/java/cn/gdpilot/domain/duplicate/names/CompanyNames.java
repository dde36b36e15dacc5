package cn.gdpilot.domain.duplicate.names;

import org.springframework.stereotype.Component;

/** Companies' names as they are compared: legal form, width, script, order of words and former names do not count. */
@Component
public class CompanyNames {

    private final NameRuleSource rules;

    public CompanyNames(NameRuleSource rules) {
        this.rules = rules;
    }

    /** The comparison by the words that hold now: for many names they are read once. */
    public Reading read() {
        return new Reading(new NameReader(rules.current()));
    }

    /**
     * A comparison of names by one reading of the words.
     *
     * @param reader makes names ready for comparison
     */
    public record Reading(NameReader reader) {

        /** True if both may name one company; two empty names name none. */
        public boolean same(String first, String second) {
            return named(first) && named(second) && reader.company(first).equals(reader.company(second));
        }

        private static boolean named(String name) {
            return name != null && !name.isBlank();
        }
    }
}
