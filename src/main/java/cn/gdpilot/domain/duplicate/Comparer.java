package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.Evidence.Difference;
import cn.gdpilot.domain.duplicate.Evidence.Piece;
import cn.gdpilot.domain.duplicate.names.ComparedName;
import cn.gdpilot.domain.duplicate.names.NameRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares two projects under one reading of the rules. */
final class Comparer {

    private static final double LEAST_CONTAINED = 2.5;

    private final NameRules rules;
    private final double order;
    private final double contained;

    Comparer(NameRules rules) {
        this.rules = rules;
        this.order = rules.weight("order-of-letters");
        this.contained = rules.weight("contained");
    }

    /** Likeness of two names, 0..1, before anything else is known of the projects. */
    double similarity(ComparedName first, ComparedName second) {
        double likeness = first.key().equals(second.key()) ? 1 : likeness(first, second);
        return likeness * penalty(first, second);
    }

    /** Everything that speaks for and against two projects being one. */
    Evidence compare(Prepared first, Prepared second) {
        Candidate one = first.candidate();
        Candidate other = second.candidate();
        Set<String> files = new HashSet<>(first.rareFiles());
        files.retainAll(second.rareFiles());
        double similarity = similarity(first.name(), second.name());
        if (!files.isEmpty() && similarity >= rules.weight("files-count-from")) {
            similarity = Math.min(1, similarity + rules.weight("equal-file"));
        }
        return new Evidence(
                similarity,
                one.creditCode().equals(other.creditCode()),
                first.sameApplicant(second),
                one.direction() != null && one.direction().equals(other.direction()),
                marks(first.name(), second.name()),
                marks(second.name(), first.name()),
                differences(first.name(), second.name()),
                files.size());
    }

    private double likeness(ComparedName first, ComparedName second) {
        double pairs = dice(first.pairs(), second.pairs());
        double singles = dice(first.singles(), second.singles());
        return Math.max(order * pairs + (1 - order) * singles, contained(first, second));
    }

    private static double dice(ComparedName.Weighted one, ComparedName.Weighted other) {
        double total = one.total() + other.total();
        return total == 0 ? 0 : 2 * one.shared(other) / total;
    }

    /** A short name that stands wholly within a long one. */
    private double contained(ComparedName first, ComparedName second) {
        double shorter = Math.min(first.pairs().total(), second.pairs().total());
        return shorter < LEAST_CONTAINED ? 0 : contained * first.pairs().shared(second.pairs()) / shorter;
    }

    private double penalty(ComparedName first, ComparedName second) {
        if (!differences(first, second).isEmpty()) {
            return rules.weight("contrast");
        }
        if (first.contrasts().isEmpty() && second.contrasts().isEmpty()) {
            return 1;
        }
        return numbered(first) == numbered(second) ? 1 : rules.weight("number-on-one-side");
    }

    private static boolean numbered(ComparedName name) {
        return name.contrasts().keySet().stream().anyMatch(group -> group.startsWith("#"));
    }

    private static List<Difference> differences(ComparedName first, ComparedName second) {
        if (first.contrasts().isEmpty() || second.contrasts().isEmpty()) {
            return List.of();
        }
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, Set<String>> group : new TreeMap<>(first.contrasts()).entrySet()) {
            Set<String> there = second.contrasts().getOrDefault(group.getKey(), Set.of());
            if (!there.isEmpty() && !group.getValue().containsAll(there) && !there.containsAll(group.getValue())) {
                differences.add(
                        new Difference(group.getKey(), String.join("、", group.getValue()), String.join("、", there)));
            }
        }
        return differences;
    }

    private static List<Piece> marks(ComparedName name, ComparedName other) {
        boolean[] marked = new boolean[name.raw().length()];
        String key = name.key();
        for (int i = 0; i + 1 < key.length(); i++) {
            if (Arrays.binarySearch(other.pairs().codes(), key.charAt(i) << 16 | key.charAt(i + 1)) >= 0) {
                marked[name.places()[i]] = true;
                marked[name.places()[i + 1]] = true;
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            int from = i;
            while (i < marked.length && marked[i]) {
                i++;
            }
            if (i > from) {
                pieces.add(new Piece(from, i));
            }
        }
        return pieces;
    }
}
