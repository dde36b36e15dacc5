package cn.gdpilot.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** When people may be reminded: by day. A node that was down at nine in the morning does not make up for it at night. */
@Component
public class Daytime {

    public static final LocalTime MORNING = LocalTime.of(8, 0);
    /** An hour after the last calls of the evening, which may come a little late. */
    private static final LocalTime NIGHT = LocalTime.of(21, 0);

    private final WorkingDays workingDays;

    public Daytime(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** That moment, or the next working day's morning where it is night. */
    public Instant atOrAfter(Instant moment) {
        ZonedDateTime local = moment.atZone(PilotClock.GUANGDONG);
        LocalTime time = local.toLocalTime();
        if (!time.isBefore(MORNING) && time.isBefore(NIGHT)) {
            return moment;
        }
        LocalDate morning = time.isBefore(MORNING)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return workingDays
                .atOrAfter(morning)
                .atTime(MORNING)
                .atZone(PilotClock.GUANGDONG)
                .toInstant();
    }
}
