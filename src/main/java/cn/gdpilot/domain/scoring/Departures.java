package cn.gdpilot.domain.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where a decided order departs from the one that it started from (R3.5, R3.6). */
public final class Departures {

    private Departures() {}

    /**
     * The fewest projects whose places explain the difference: those that the start does not have, and those that would have to
     * move for the others to stand as they did.
     *
     * @param start   the order at the start; empty = there was none, so nothing departs from it
     * @param decided the order that was decided; what is left out of it is no matter here
     */
    public static List<String> moved(List<String> start, List<String> decided) {
        if (start.isEmpty()) {
            return List.of();
        }
        List<String> kept = longestInOrder(start, decided);
        return decided.stream().filter(id -> !kept.contains(id)).toList();
    }

    /** Projects that were not chosen although one that stands behind them in that order was. */
    public static List<String> passedOver(List<String> order, Collection<String> chosen) {
        int last = -1;
        for (int i = 0; i < order.size(); i++) {
            last = chosen.contains(order.get(i)) ? i : last;
        }
        return order.subList(0, last + 1).stream()
                .filter(id -> !chosen.contains(id))
                .toList();
    }

    /** The longest part of what was decided that stands in the order of the start; of several, the one that ends first. */
    private static List<String> longestInOrder(List<String> start, List<String> decided) {
        List<List<String>> endingAt = new ArrayList<>();
        List<String> longest = List.of();
        for (int i = 0; i < decided.size(); i++) {
            int place = start.indexOf(decided.get(i));
            List<String> best = List.of();
            for (int before = 0; before < i; before++) {
                List<String> one = endingAt.get(before);
                if (!one.isEmpty() && start.indexOf(decided.get(before)) < place && one.size() > best.size()) {
                    best = one;
                }
            }
            List<String> here = new ArrayList<>(best);
            here.add(decided.get(i));
            endingAt.add(place < 0 ? List.of() : here);
            if (place >= 0 && here.size() > longest.size()) {
                longest = here;
            }
        }
        return longest;
    }
}
