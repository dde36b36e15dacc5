package cn.gdpilot.domain.identity.limit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wait that doubles with each wrong try.
 *
 * @param tries   the wrong try that brings the first wait; 0 = none ever does
 * @param first   the first wait
 * @param longest the longest
 */
public record Slowdown(int tries, Duration first, Duration longest) {

    public Slowdown {
        if (tries < 0 || tries > 0 && (first.isZero() || first.isNegative() || first.compareTo(longest) > 0)) {
            throw new IllegalArgumentException(
                    "tries must not be negative, first must be above zero and not above longest");
        }
    }

    /** The waits in order; each further wrong try brings the last of them. */
    List<Duration> waits() {
        Stream<Duration> growing =
                Stream.iterate(first, wait -> wait.multipliedBy(2)).takeWhile(wait -> wait.compareTo(longest) < 0);
        return Stream.concat(growing, Stream.of(longest)).toList();
    }

    /** How long to wait after so many wrong tries. */
    Duration after(int wrong) {
        if (tries == 0 || wrong < tries) {
            return Duration.ZERO;
        }
        List<Duration> waits = waits();
        return waits.get(Math.min(wrong - tries, waits.size() - 1));
    }
}
