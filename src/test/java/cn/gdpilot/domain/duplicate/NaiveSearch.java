package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.names.NameRuleFiles;
import cn.gdpilot.domain.duplicate.names.NameRules;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares all pairs: what the index is measured against. */
final class NaiveSearch {

    private NaiveSearch() {}

    /** Every pair of that likeness or more, as "first+second", with its likeness. */
    static Map<String, Double> pairs(List<Candidate> all, double least) {
        NameRules rules = new NameRuleFiles(new ReferenceFiles(Path.of("content/reference"))).current();
        List<Prepared> prepared = DuplicateSearch.prepare(all, rules);
        Comparer comparer = new Comparer(rules);
        Map<String, Double> found = new HashMap<>();
        for (int i = 0; i < prepared.size(); i++) {
            for (int k = i + 1; k < prepared.size(); k++) {
                double likeness = comparer.similarity(
                        prepared.get(i).name(), prepared.get(k).name());
                if (likeness >= least) {
                    found.put(all.get(i).id() + "+" + all.get(k).id(), likeness);
                }
            }
        }
        return found;
    }
}
