package cn.gdpilot.domain.calendar;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Times for pages, in Guangdong's zone: {@code ${@times.of(instant)}}. */
@Component
public class Times {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PilotClock.GUANGDONG);

    /** To the second; a dash where there is none. */
    public String of(Instant instant) {
        return instant == null ? "—" : SECOND.format(instant);
    }
}
