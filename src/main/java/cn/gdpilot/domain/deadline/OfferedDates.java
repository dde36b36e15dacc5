package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Dates that the form of a new round offers, from {@code round-dates.csv}: the last notice's (R4.1, R4.3, R4.5). */
@Component
public class OfferedDates {

    private static final String FILE = "round-dates.csv";
    private static final int ANY_YEAR = 2027;

    private final Edited<Map<DeadlineKind, String>> dates;

    OfferedDates(ReferenceFiles files) {
        this.dates = files.edited(List.of(FILE), OfferedDates::read);
    }

    /** A date of that year as forms write it, e.g. 2026-12-08T17:30. */
    public String of(DeadlineKind kind, int year) {
        return year + "-" + dates.value().get(kind);
    }

    private static Map<DeadlineKind, String> read(ReferenceFiles.Lists lists) {
        Map<DeadlineKind, String> read = new EnumMap<>(DeadlineKind.class);
        lists.rows(FILE).forEach(row -> {
            String date = row.get("day") + "T" + row.get("time");
            LocalDate.parse(ANY_YEAR + "-" + row.get("day"));
            RoundDates.parse(ANY_YEAR + "-" + date);
            read.put(DeadlineKind.valueOf(row.get("deadline")), date);
        });
        if (read.size() != DeadlineKind.values().length) {
            throw new IllegalArgumentException("a deadline is missing");
        }
        return read;
    }
}
