package cn.gdpilot.domain.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order of merit under a quota.
 *
 * @param order the best first; those without scores last
 * @param quota how many may go on
 */
public record MeritList(List<Merit> order, int quota) {

    private static final Comparator<Merit> BEST_FIRST = Comparator.comparing(
                    Merit::score, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
            .thenComparing(Comparator.comparingInt(Merit::conditions).reversed())
            .thenComparing(Merit::applicationId);

    static MeritList of(List<Merit> merits, int quota) {
        return new MeritList(merits.stream().sorted(BEST_FIRST).toList(), quota);
    }

    /** The list with one project at another place, the others making room; unchanged if it is not on it. */
    MeritList moved(String applicationId, int toPlace) {
        List<Merit> moved = new ArrayList<>(order);
        int from = place(applicationId) - 1;
        if (from >= 0) {
            Merit merit = moved.remove(from);
            moved.add(Math.min(toPlace, moved.size() + 1) - 1, merit);
        }
        return new MeritList(List.copyOf(moved), quota);
    }

    /** From 1 on; 0 if it is not on the list. */
    public int place(String applicationId) {
        return IntStream.range(0, order.size())
                        .filter(i -> order.get(i).applicationId().equals(applicationId))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    /** True if it stands within the quota. */
    public boolean within(String applicationId) {
        int place = place(applicationId);
        return place > 0 && place <= quota;
    }

    /** True if the cut line runs between projects that nothing parts, and this is one of them. */
    public boolean tiedAtLine(Merit merit) {
        return order.size() > quota && order.get(quota - 1).ties(order.get(quota)) && merit.ties(order.get(quota));
    }

    /** Points between a project and the first on the other side of the line; null where there is no other side or no score. */
    public Double margin(Merit merit) {
        if (order.size() <= quota || merit.score() == null) {
            return null;
        }
        Double other =
                order.get(within(merit.applicationId()) ? quota : quota - 1).score();
        return other == null ? null : merit.score() - other;
    }
}
