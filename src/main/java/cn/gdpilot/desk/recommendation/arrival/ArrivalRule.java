package cn.gdpilot.desk.recommendation.arrival;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which arrival counts (R4.1): the one that made the delivery complete, or the first one. */
@Component
class ArrivalRule {

    private final Counts counts;

    ArrivalRule(@Value("${pilot.arrival.counts:complete}") String counts) {
        this.counts = Counts.valueOf(counts.strip().toUpperCase(Locale.ROOT));
    }

    /** True if a list has arrived with its first piece, and the rest may follow. */
    boolean firstPieceCounts() {
        return counts == Counts.FIRST;
    }

    private enum Counts {
        COMPLETE,
        FIRST
    }
}
