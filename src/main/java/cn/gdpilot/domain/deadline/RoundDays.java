package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.RoundList;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.text.ListFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** How long a round's periods are, each in its unit, from {@code round-days.csv}; a line that names a round wins. */
@Component
public class RoundDays {

    private static final String FILE = "round-days.csv";

    private final RoundList<Map<Line, Integer>> lines;

    RoundDays(RoundLists lists) {
        this.lines = lists.of(FILE, RoundDays::read);
    }

    /** Length of that period in that round. */
    public int of(String roundId, Period period) {
        Map<Line, Integer> days = lines.value(roundId);
        return days.getOrDefault(new Line(roundId, period), days.get(new Line("", period)));
    }

    /** Length of that period for what belongs to no round, as the list stands now. */
    int ofAllRounds(Period period) {
        return lines.now().get(new Line("", period));
    }

    private static Map<Line, Integer> read(List<CSVRecord> rows) {
        Map<Line, Integer> days = new HashMap<>();
        ListFault.each(rows, row -> {
            Period period = ListFault.constant(Period.class, "period", row.get("period"));
            if (days.put(new Line(row.get("round"), period), length(row, period)) != null) {
                throw ListFault.of("days.fault-twice", period);
            }
            return period;
        });
        for (Period period : Period.values()) {
            if (!days.containsKey(new Line("", period))) {
                throw ListFault.of("days.fault-missing", period);
            }
        }
        return days;
    }

    private static int length(CSVRecord row, Period period) {
        if (!row.get("unit").equals(period.unit.name())) {
            throw ListFault.of("days.fault-unit", period, period.unit);
        }
        String typed = row.get("length");
        if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > period.unit.most) {
            throw ListFault.of("days.fault-length", period, period.unit.most, typed);
        }
        return Integer.parseInt(typed);
    }

    /** What a period is counted in. */
    enum Unit {
        WORKING_DAYS(250),
        DAYS(366),
        YEARS(10);

        private final int most;

        Unit(int most) {
            this.most = most;
        }
    }

    /** What takes so long. */
    public enum Period {
        /** Working days before the ministry's last day by which the CA's review should be done; then the Department may go ahead. */
        COMMUNICATIONS_REVIEW(Unit.WORKING_DAYS),
        /** Working days after a deadline within which an arrival in time may be entered with evidence (R4.7). */
        ARRIVAL_EVIDENCE(Unit.WORKING_DAYS),
        /** Working days that an applicant has to correct what its unit has returned (R2.13); never later than the unit takes applications. */
        CORRECTION(Unit.WORKING_DAYS),
        /** Days after the ministry's deadline by which its review should be done. */
        MINISTRY_REVIEW(Unit.DAYS),
        /** Days before a date on which reminders may be sent; the table reminder-schedule says on which of them. */
        REMINDERS(Unit.DAYS),
        /** Years of a pilot, from its announcement on (R3.8). */
        PILOT_TERM(Unit.YEARS);

        private final Unit unit;

        Period(Unit unit) {
            this.unit = unit;
        }
    }

    private record Line(String round, Period period) {}
}
