package cn.gdpilot.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Silence makes the database count as away, and any answer ends it; the clock is the test's. */
class DatabasePresenceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final DatabasePresence presence = new DatabasePresence(true, nanos::get);

    @Test
    @DisplayName("a stall of 2.3 s → not away; 3.1 s → away; the next answer → there again")
    void stall() {
        pass(2300);
        assertThat(presence.isAway()).isFalse();

        pass(800);
        assertThat(presence.isAway()).isTrue();

        presence.answered();
        assertThat(presence.isAway()).isFalse();
    }

    @Test
    @DisplayName("an embedded database → never away")
    void embedded() {
        DatabasePresence embedded = new DatabasePresence(false, nanos::get);
        pass(60_000);

        assertThat(embedded.isAway()).isFalse();
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
