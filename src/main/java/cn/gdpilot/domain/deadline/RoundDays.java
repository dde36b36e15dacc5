package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many days a round gives for what no notice dates, from {@code round-days.csv}; a line that names a round wins. */
@Component
public class RoundDays {

    private static final String FILE = "round-days.csv";

    private final Edited<Map<Line, Integer>> lines;

    RoundDays(ReferenceFiles files) {
        this.lines = files.edited(List.of(FILE), RoundDays::read);
    }

    /** Days of that period in that round. */
    public int of(String roundId, Period period) {
        Map<Line, Integer> days = lines.value();
        return days.getOrDefault(new Line(roundId, period), days.get(new Line("", period)));
    }

    private static Map<Line, Integer> read(ReferenceFiles.Lists lists) {
        Map<Line, Integer> days = lists.rows(FILE).stream()
                .collect(Collectors.toMap(
                        row -> new Line(row.get("round"), Period.valueOf(row.get("period"))),
                        row -> positive(row.get("days"))));
        for (Period period : Period.values()) {
            if (!days.containsKey(new Line("", period))) {
                throw new IllegalArgumentException("no line of all rounds for " + period);
            }
        }
        return days;
    }

    private static int positive(String text) {
        int days = Integer.parseInt(text);
        if (days < 1) {
            throw new IllegalArgumentException("days: " + text);
        }
        return days;
    }

    /** What takes so many days. */
    public enum Period {
        /** Working days before the ministry's last day by which the CA's review should be done; then the Department may go ahead. */
        COMMUNICATIONS_REVIEW,
        /** Working days after a deadline within which an arrival in time may be entered with evidence (R4.7). */
        ARRIVAL_EVIDENCE,
        /** Working days that an applicant has to correct what its unit has returned (R2.13); never later than the unit takes applications. */
        CORRECTION,
        /** Days after the ministry's deadline by which its review should be done. */
        MINISTRY_REVIEW
    }

    private record Line(String round, Period period) {}
}
