package cn.gdpilot.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/** Finds the projects that may be one among many, through an index. */
@Component
public class DuplicateSearch {

    private final NameRuleFiles rules;

    DuplicateSearch(NameRuleFiles rules) {
        this.rules = rules;
    }

    /**
     * The pairs that are worth a judgement.
     *
     * @param all     every project of the round and of the register
     * @param matters which pairs are looked at at all
     */
    public List<Match> among(List<Candidate> all, BiPredicate<Candidate, Candidate> matters) {
        NameRules now = rules.current();
        List<Prepared> prepared = prepare(all, now);
        NeighbourIndex index = new NeighbourIndex(prepared);
        Comparer comparer = new Comparer(now);
        double least = now.weight("least-similarity");
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < prepared.size(); i++) {
            for (int k : index.near(prepared.get(i))) {
                if (k > i && matters.test(all.get(i), all.get(k))) {
                    Prepared first = prepared.get(i);
                    Prepared second = prepared.get(k);
                    if (first.sameApplicant(second) || comparer.similarity(first.name(), second.name()) >= least) {
                        matches.add(new Match(all.get(i), all.get(k), comparer.compare(first, second)));
                    }
                }
            }
        }
        return matches;
    }

    /** All that speaks for and against two projects being one, by the rules of this moment. */
    public Evidence compare(Candidate first, Candidate second) {
        NameRules now = rules.current();
        List<Prepared> both = prepare(List.of(first, second), now);
        return new Comparer(now).compare(both.get(0), both.get(1));
    }

    static List<Prepared> prepare(List<Candidate> all, NameRules rules) {
        Map<String, Integer> holders = new HashMap<>();
        all.forEach(one -> one.files().forEach(file -> holders.merge(file, 1, Integer::sum)));
        double crowd = rules.weight("file-shared-by-at-most");
        NameReader reader = new NameReader(rules);
        List<Prepared> prepared = new ArrayList<>(all.size());
        for (Candidate one : all) {
            Set<String> rare = new HashSet<>(one.files());
            rare.removeIf(file -> holders.get(file) > crowd);
            prepared.add(new Prepared(one, reader.project(one.projectName(), one.applicant()), reader.company(one.applicant()), rare));
        }
        return prepared;
    }
}
