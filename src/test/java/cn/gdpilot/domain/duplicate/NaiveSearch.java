package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.names.NameRuleFiles;
import cn.gdpilot.domain.duplicate.names.NameRules;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares all pairs: what the index is measured against. */
final class NaiveSearch {

    private NaiveSearch() {}

    /** Every pair of that likeness or more, as "first+second". */
    static Set<String> pairs(List<Candidate> all, double least) {
        NameRules rules = new NameRuleFiles(new ReferenceFiles(Path.of("reference"))).current();
        List<Prepared> prepared = DuplicateSearch.prepare(all, rules);
        Comparer comparer = new Comparer(rules);
        Set<String> found = new HashSet<>();
        for (int i = 0; i < prepared.size(); i++) {
            for (int k = i + 1; k < prepared.size(); k++) {
                if (comparer.similarity(prepared.get(i).name(), prepared.get(k).name()) >= least) {
                    found.add(all.get(i).id() + "+" + all.get(k).id());
                }
            }
        }
        return found;
    }
}
