package cn.gdpilot.duplicate;

import org.springframework.stereotype.Component;

/** Projects' names as they are compared, by the officer's lists of words and weights. */
@Component
public class ProjectNames {

    private final NameRuleFiles rules;

    ProjectNames(NameRuleFiles rules) {
        this.rules = rules;
    }

    /** The comparable form; of a name that consists of generic words only, the name without punctuation. */
    public String key(String name) {
        return new NameReader(rules.current()).project(name, "").key();
    }

    /** Likeness of two names, 0 = nothing shared, 1 = equal. */
    public double similarity(String first, String second) {
        NameRules now = rules.current();
        NameReader reader = new NameReader(now);
        return new Comparer(now).similarity(reader.project(first, ""), reader.project(second, ""));
    }
}
