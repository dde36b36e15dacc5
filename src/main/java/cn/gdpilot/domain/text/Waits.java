package cn.gdpilot.domain.text;

import java.time.Duration;

/** How long somebody has to wait, in words and in whole seconds. */
public final class Waits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private Waits() {}

    /** Rounded up: seconds below two minutes, minutes below two hours, hours above. */
    public static String words(Duration wait) {
        if (wait.compareTo(MINUTE.multipliedBy(2)) < 0) {
            return Texts.of("wait.seconds", seconds(wait));
        }
        return wait.compareTo(HOUR.multipliedBy(2)) < 0
                ? Texts.of("wait.minutes", roundedUp(wait, MINUTE))
                : Texts.of("wait.hours", roundedUp(wait, HOUR));
    }

    /** Whole seconds, rounded up, at least one: as the header Retry-After gives them. */
    public static long seconds(Duration wait) {
        return Math.max(1, roundedUp(wait, Duration.ofSeconds(1)));
    }

    private static long roundedUp(Duration wait, Duration unit) {
        return (wait.toMillis() + unit.toMillis() - 1) / unit.toMillis();
    }
}
