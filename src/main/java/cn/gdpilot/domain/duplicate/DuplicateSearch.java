package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.names.NameReader;
import cn.gdpilot.domain.duplicate.names.NameRuleSource;
import cn.gdpilot.domain.duplicate.names.NameRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Finds the projects that may be one among many, through an index. */
@Component
public class DuplicateSearch {

    private final NameRuleSource rules;

    DuplicateSearch(NameRuleSource rules) {
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
        return IntStream.range(0, prepared.size())
                .parallel()
                .mapToObj(i -> matches(prepared, i, index.near(i), comparer, least, matters))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Match> matches(
            List<Prepared> prepared,
            int i,
            int[] near,
            Comparer comparer,
            double least,
            BiPredicate<Candidate, Candidate> matters) {
        Prepared first = prepared.get(i);
        List<Match> matches = new ArrayList<>();
        for (int k : near) {
            Prepared second = prepared.get(k);
            if (k > i
                    && matters.test(first.candidate(), second.candidate())
                    && (first.sameApplicant(second) || comparer.similarity(first.name(), second.name()) >= least)) {
                matches.add(new Match(first.candidate(), second.candidate(), comparer.compare(first, second)));
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
        return all.parallelStream()
                .map(one -> prepared(one, reader, holders, crowd))
                .toList();
    }

    private static Prepared prepared(Candidate one, NameReader reader, Map<String, Integer> holders, double crowd) {
        Set<String> rare = new HashSet<>(one.files());
        rare.removeIf(file -> holders.get(file) > crowd);
        return new Prepared(
                one, reader.project(one.projectName(), one.applicant()), reader.company(one.applicant()), rare);
    }
}
