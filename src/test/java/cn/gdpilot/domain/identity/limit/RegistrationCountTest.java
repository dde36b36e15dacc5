package cn.gdpilot.domain.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** So many registrations from one address in an hour, and no more. */
class RegistrationCountTest {

    private static final int MOST = 3;

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        JdbcClient client;

        @Autowired
        PilotClock clock;

        private RegistrationCount counts;
        private String address;

        @BeforeEach
        void given() {
            counts = allowing(MOST);
            address = "address-" + UUID.randomUUID();
        }

        @Test
        @DisplayName("third registration in the hour → taken; fourth → refused with the wait; another address → taken")
        void limit() {
            for (int i = 0; i < MOST; i++) {
                counts.take(address);
            }

            assertThatThrownBy(() -> counts.take(address))
                    .hasMessageContaining("最多登记 3 个")
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            no -> assertThat(no.retryAfter()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1)));
            counts.take("other-" + address);
        }

        @Test
        @DisplayName("registration that came to nothing → given back")
        void givenBack() {
            for (int i = 0; i < MOST * 3; i++) {
                counts.take(address);
                counts.giveBack(address);
            }
        }

        @Test
        @DisplayName("an hour after the first → counted anew; swept → no row left")
        void anew() {
            for (int i = 0; i < MOST; i++) {
                counts.take(address);
            }
            jdbc.sql("update registration_count set first_at = :at where address = :address")
                    .param("at", PilotClock.timestamp(clock.now().minusSeconds(3601)))
                    .param("address", address)
                    .update();

            counts.take(address);
            assertThat(rows()).isEqualTo(1);

            jdbc.sql("update registration_count set first_at = :at where address = :address")
                    .param("at", PilotClock.timestamp(clock.now().minusSeconds(3601)))
                    .param("address", address)
                    .update();
            counts.sweep();
            assertThat(rows()).isZero();
        }

        @Test
        @DisplayName("limit of 0 → any number")
        void off() {
            RegistrationCount any = allowing(0);
            IntStream.range(0, 50).forEach(n -> any.take(address));
        }

        @Test
        @Committed
        @DisplayName("eight at the same moment from one address → exactly three")
        void race() throws Exception {
            counts.take(address);
            counts.giveBack(address);
            @SuppressWarnings("unchecked")
            Callable<Integer>[] eight = IntStream.range(0, 8)
                    .mapToObj(n -> (Callable<Integer>) () -> {
                        counts.take(address);
                        return n;
                    })
                    .toArray(Callable[]::new);

            assertThat(atOnce(eight)).filteredOn(Outcome::committed).hasSize(MOST);
        }

        private int rows() {
            return jdbc.sql("select count(*) from registration_count where address = :address")
                    .param("address", address)
                    .query(Integer.class)
                    .single();
        }

        private RegistrationCount allowing(int most) {
            return new RegistrationCount(
                    client, clock, new LimitSettings(0, 0, DataSize.ofBytes(0), 0, most, false, Duration.ofDays(1), 0));
        }
    }
}
