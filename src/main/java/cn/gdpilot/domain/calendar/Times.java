package cn.gdpilot.domain.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Times for pages, in Guangdong's zone: {@code ${@times.of(instant)}}. */
@Component
public class Times {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PilotClock.GUANGDONG);

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** To the second; a dash where there is none. */
    public String of(Instant instant) {
        return instant == null ? "—" : SECOND.format(instant);
    }

    /** A last moment: 24:00 where it is the day's end, as the notices write it, else to the second. */
    public String until(Instant last) {
        if (last == null) {
            return "—";
        }
        LocalDateTime end = LocalDateTime.ofInstant(last, PilotClock.GUANGDONG).truncatedTo(ChronoUnit.SECONDS);
        return end.toLocalTime().equals(LAST_SECOND) ? end.toLocalDate() + " 24:00" : SECOND.format(last);
    }
}
