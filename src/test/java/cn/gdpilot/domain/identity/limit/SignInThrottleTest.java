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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong passwords slow down who types them, and nobody else who is known. */
class SignInThrottleTest {

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        SignInThrottle throttle;

        @Autowired
        PilotClock clock;

        @Autowired
        SignInSettings settings;

        private String account;
        private String address;

        @BeforeEach
        void someone() {
            account = "officer-" + UUID.randomUUID();
            address = "address-" + UUID.randomUUID();
        }

        @Test
        @DisplayName("fourth wrong try → no wait; fifth → 30 s; sixth → 60 s; a right password ends it")
        void grows() {
            failing(4, from(address));
            assertThat(throttle.wait(from(address))).isEmpty();

            failing(1, from(address));
            assertThat(wait(from(address))).isEqualTo(Duration.ofSeconds(30));
            failing(1, from(address));
            assertThat(wait(from(address))).isEqualTo(Duration.ofMinutes(1));

            throttle.succeeded(from(address));
            assertThat(throttle.wait(from(address))).isEmpty();
        }

        @Test
        @DisplayName("wrong tries older than an hour → counted no more")
        void forgotten() {
            failing(4, from(address));
            earlier(settings.forgetAfter().plusSeconds(1));

            failing(4, from(address));

            assertThat(throttle.wait(from(address))).isEmpty();
        }

        @Test
        @DisplayName("colleague's wrong tries behind the same address → nobody else waits")
        void colleague() {
            failing(20, from(address));

            assertThat(throttle.wait(SignInTry.of("another-" + account, address, null)))
                    .isEmpty();
        }

        @Test
        @DisplayName(
                "hundred wrong tries from one address → strangers there wait; known accounts and other addresses do not")
        void addressOfAll() {
            String known = "known-" + account;
            throttle.succeeded(SignInTry.of(known, address, null));
            for (int i = 0; i < 100; i++) {
                throttle.failed(SignInTry.of(account + i, address, null));
            }

            assertThat(wait(SignInTry.of("stranger-" + account, address, null))).isEqualTo(Duration.ofSeconds(10));
            assertThat(throttle.wait(SignInTry.of(known, address, null))).isEmpty();
            assertThat(throttle.wait(SignInTry.of("stranger-" + account, "other-" + address, null)))
                    .isEmpty();
        }

        @Test
        @DisplayName(
                "strangers' wrong tries from everywhere → the usual address and the usual device go on, another address waits")
        void fromEverywhere() {
            throttle.succeeded(from("10.0.0.8"));
            String token = throttle.newToken(from("10.0.0.9"));
            for (int i = 0; i < 200; i++) {
                throttle.failed(from("203.0.113." + i));
            }

            assertThat(throttle.wait(from("10.0.0.8"))).isEmpty();
            assertThat(throttle.wait(SignInTry.of(account, "198.51.100.1", token)))
                    .isEmpty();
            assertThat(wait(from("198.51.100.1"))).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        @DisplayName("known device → counted by itself: its own wrong tries slow it down, and nobody else")
        void deviceByItself() {
            String token = throttle.newToken(from(address));
            failing(5, SignInTry.of(account, address, token));

            assertThat(wait(SignInTry.of(account, address, token))).isEqualTo(Duration.ofSeconds(30));
            assertThat(throttle.wait(from(address))).isEmpty();
        }

        @Test
        @DisplayName("device of one account, or a made-up one → not known for another account")
        void boundToAccount() {
            String token = throttle.newToken(SignInTry.of("mine-" + account, address, null));
            failing(5, from(address));

            assertThat(wait(SignInTry.of(account, address, token))).isEqualTo(Duration.ofSeconds(30));
            assertThat(wait(SignInTry.of(account, address, "A".repeat(43)))).isEqualTo(Duration.ofSeconds(30));
        }

        @Test
        @DisplayName("next sign-in on a device → a new token for all its accounts; the old one is worth nothing")
        void newToken() {
            String first = throttle.newToken(from(address));
            String second = throttle.newToken(SignInTry.of("second-" + account, address, first));
            failing(5, from(address));

            assertThat(throttle.wait(SignInTry.of(account, address, second))).isEmpty();
            assertThat(throttle.wait(SignInTry.of(account, address, first))).isPresent();
        }

        @Test
        @DisplayName("colleague signs in on the device between wrong tries for another account → these go on counting")
        void newTokenBetweenTries() {
            String first = throttle.newToken(from(address));
            failing(4, SignInTry.of(account, address, first));
            String second = throttle.newToken(SignInTry.of("second-" + account, address, first));
            failing(1, SignInTry.of(account, address, second));

            assertThat(wait(SignInTry.of(account, address, second))).isEqualTo(Duration.ofSeconds(30));
        }

        @Test
        @DisplayName("star typed as a name → does not count for all names")
        void star() {
            failing(200, SignInTry.of("*", address, null).forPart("x"));
            for (int i = 0; i < 90; i++) {
                throttle.failed(SignInTry.of("*", address + "x", null));
            }

            assertThat(throttle.wait(from(address + "x"))).isEmpty();
        }

        @Test
        @DisplayName("refusal → says in words how long")
        void words() {
            failing(5, from(address));

            assertThatThrownBy(() -> throttle.check(from(address)))
                    .hasMessageContaining("30 秒")
                    .isInstanceOfSatisfying(Refusal.class, no -> {
                        assertThat(no.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
                        assertThat(no.retryAfter()).isEqualTo(Duration.ofSeconds(30));
                    });
        }

        @Test
        @Committed
        @DisplayName("eight wrong tries at the same moment → all counted")
        void atTheSameMoment() throws Exception {
            @SuppressWarnings("unchecked")
            Callable<Integer>[] tries = IntStream.range(0, 8)
                    .mapToObj(n -> (Callable<Integer>) () -> {
                        throttle.failed(from("first-" + address));
                        return n;
                    })
                    .toArray(Callable[]::new);
            throttle.failed(from("first-" + address));

            assertThat(atOnce(tries)).allMatch(Outcome::committed);
            assertThat(jdbc.sql("select failures from sign_in_failure where account = :account and address = :address")
                            .param("account", from("x").account())
                            .param("address", ("first-" + address))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(9);
        }

        @Test
        @DisplayName("sweep → forgets old counts and devices, keeps what still counts")
        void sweep() {
            failing(5, from(address));
            throttle.succeeded(SignInTry.of("kept-" + account, address, null));
            throttle.sweep();
            assertThat(throttle.wait(from(address))).isPresent();

            earlier(Duration.ofHours(2));
            jdbc.sql("update sign_in_known set last_at = :at where account like 'kept-%'")
                    .param(
                            "at",
                            PilotClock.timestamp(
                                    clock.now().minus(settings.knownFor()).minusSeconds(1)))
                    .update();
            throttle.sweep();

            assertThat(Stream.of("sign_in_failure", "sign_in_known")
                            .mapToInt(table -> jdbc.sql("select count(*) from " + table + " where account like '%"
                                            + account.substring(8, 20) + "%'")
                                    .query(Integer.class)
                                    .single()))
                    .containsExactly(0, 0);
        }

        private SignInTry from(String place) {
            return SignInTry.of(account, place, null);
        }

        private void failing(int times, SignInTry attempt) {
            IntStream.range(0, times).forEach(n -> throttle.failed(attempt));
        }

        /** Rounded to seconds: the clock goes on meanwhile. */
        private Duration wait(SignInTry attempt) {
            return Duration.ofSeconds(
                    Math.round(throttle.wait(attempt).orElse(Duration.ZERO).toMillis() / 1000.0));
        }

        /** As if what was counted had happened earlier. */
        private void earlier(Duration by) {
            jdbc.sql(
                            "update sign_in_failure set first_at = :at, locked_until = null where account = :account or account = '*'")
                    .param("at", PilotClock.timestamp(clock.now().minus(by)))
                    .param("account", account)
                    .update();
        }
    }
}
