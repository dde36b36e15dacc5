package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.names.NameReader;
import cn.gdpilot.domain.duplicate.names.NameRuleSource;
import cn.gdpilot.domain.duplicate.names.NameRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Projects' names as they are compared, by the officer's lists of words and weights. */
@Component
public class ProjectNames {

    private final NameRuleSource rules;

    ProjectNames(NameRuleSource rules) {
        this.rules = rules;
    }

    /** The comparable form; of a name that consists of generic words only, the name without punctuation. */
    public String key(String name) {
        return new NameReader(rules.current()).project(name, "").key();
    }

    /** The comparable forms of many names at once, each by its name. */
    public Map<String, String> keys(Collection<String> all) {
        NameReader reader = new NameReader(rules.current());
        Map<String, String> keys = new HashMap<>();
        all.forEach(name -> keys.put(name, reader.project(name, "").key()));
        return keys;
    }

    /** Likeness of two names, 0 = nothing shared, 1 = equal. */
    public double similarity(String first, String second) {
        NameRules now = rules.current();
        NameReader reader = new NameReader(now);
        return new Comparer(now).similarity(reader.project(first, ""), reader.project(second, ""));
    }
}
