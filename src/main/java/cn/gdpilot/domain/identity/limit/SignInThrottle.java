package cn.gdpilot.domain.identity.limit;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Slows down who types wrong passwords: an account from one address, an address whatever the account, an account from
 * anywhere. The last two do not concern a person who has signed in from that address before, and none of them a device on
 * which the person has signed in before: that device is counted by itself. Nobody's account is locked. In a table, so that
 * all nodes count together.
 */
@Repository
public class SignInThrottle {

    static final String ANY = "*";
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PilotClock clock;
    private final SignInSettings settings;

    SignInThrottle(JdbcClient jdbc, PilotClock clock, SignInSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Lets a try pass, to be asked before anything is hashed and again before a right password opens.
     *
     * @throws Refusal that says how long to wait
     */
    public void check(SignInTry attempt) {
        Optional<Duration> wait = wait(attempt);
        if (wait.isPresent()) {
            throw Refusal.tooMany(Limit.SIGN_IN, wait.get(), "sign-in.slowed");
        }
    }

    /** How long that try has to wait; empty if it has not. */
    Optional<Duration> wait(SignInTry attempt) {
        Instant now = clock.now();
        List<Held> held = held(attempt, now);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        boolean device = isKnown(attempt.account(), attempt.device());
        boolean address = !device && isKnown(attempt.account(), attempt.address());
        return held.stream()
                .filter(one -> concerns(one, attempt, device, address))
                .map(one -> Duration.between(now, one.lockedUntil().toInstant()))
                .max(Duration::compareTo);
    }

    private static boolean concerns(Held held, SignInTry attempt, boolean knownDevice, boolean knownAddress) {
        boolean ofAll = held.account().equals(ANY) || held.address().equals(ANY);
        boolean ofDevice = held.address().equals(attempt.device());
        if (knownDevice) {
            return ofDevice;
        }
        return !ofDevice && !(ofAll && knownAddress);
    }

    /** Counts a wrong try. */
    public void failed(SignInTry attempt) {
        if (isKnown(attempt.account(), attempt.device())) {
            count(attempt.account(), attempt.device(), settings.accountAtAddress());
            return;
        }
        count(attempt.account(), attempt.address(), settings.accountAtAddress());
        count(attempt.account(), ANY, settings.account());
        count(ANY, attempt.address(), settings.address());
    }

    /** A right password clears what was counted for the account from there; the address is known from now on. */
    public void succeeded(SignInTry attempt) {
        jdbc.sql("delete from sign_in_failure where account = :account and (address = :address or address = :device)")
                .params(keys(attempt))
                .update();
        know(attempt.account(), attempt.address());
    }

    /**
     * Makes the device known, under a new token in place of the one that it has shown, so that nothing which somebody
     * planted there before is worth anything. Wrong tries that were counted there for other accounts go on counting.
     *
     * @return the token for its cookie, which cannot be had again
     */
    public String newToken(SignInTry attempt) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String device =
                SignInTry.of(attempt.account(), attempt.address(), token).device();
        if (attempt.device() != null) {
            Map<String, Object> renamed = Map.of("fresh", device, "old", attempt.device());
            jdbc.sql("update sign_in_known set address = :fresh where address = :old")
                    .params(renamed)
                    .update();
            jdbc.sql("update sign_in_failure set address = :fresh where address = :old")
                    .params(renamed)
                    .update();
        }
        know(attempt.account(), device);
        return token;
    }

    /** Forgets wrong tries that count no more, and devices and addresses that nobody has used for long. */
    void sweep() {
        Instant now = clock.now();
        jdbc.sql(
                        "delete from sign_in_failure where first_at < :since and (locked_until is null or locked_until < :now)")
                .param("since", PilotClock.timestamp(now.minus(settings.forgetAfter())))
                .param("now", PilotClock.timestamp(now))
                .update();
        jdbc.sql("delete from sign_in_known where last_at < :since")
                .param("since", PilotClock.timestamp(now.minus(settings.knownFor())))
                .update();
    }

    private List<Held> held(SignInTry attempt, Instant now) {
        return jdbc.sql("""
                select account, address, locked_until from sign_in_failure
                where locked_until > :now
                  and (account = :account and address in (:address, :device, '*') or account = '*' and address = :address)""")
                .params(keys(attempt))
                .param("now", PilotClock.timestamp(now))
                .query(Held.class)
                .list();
    }

    private boolean isKnown(String account, String place) {
        return place != null
                && jdbc.sql("select count(*) from sign_in_known where account = :account and address = :place")
                                .param("account", account)
                                .param("place", place)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private void know(String account, String place) {
        if (touch(account, place) == 0) {
            try {
                jdbc.sql("insert into sign_in_known (account, address, last_at) values (:account, :place, :now)")
                        .param("account", account)
                        .param("place", place)
                        .param("now", PilotClock.timestamp(clock.now()))
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                touch(account, place);
            }
        }
    }

    private int touch(String account, String place) {
        return jdbc.sql("update sign_in_known set last_at = :now where account = :account and address = :place")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("account", account)
                .param("place", place)
                .update();
    }

    /** One statement, so that tries at the same moment are all counted. */
    private void count(String account, String place, Slowdown slowdown) {
        if (slowdown.tries() == 0) {
            return;
        }
        if (countKnown(account, place, slowdown) == 0) {
            try {
                jdbc.sql(
                                "insert into sign_in_failure (account, address, failures, first_at) values (:account, :place, 0, :now)")
                        .param("account", account)
                        .param("place", place)
                        .param("now", PilotClock.timestamp(clock.now()))
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                // The other's row counts for both.
            }
            countKnown(account, place, slowdown);
        }
    }

    private int countKnown(String account, String place, Slowdown slowdown) {
        Instant now = clock.now();
        List<Duration> waits = slowdown.waits();
        Map<String, Object> values = new HashMap<>();
        StringBuilder until = new StringBuilder("case when wrong < %d then null ".formatted(slowdown.tries()));
        for (int i = 0; i < waits.size(); i++) {
            until.append(i < waits.size() - 1 ? "when wrong = %d then ".formatted(slowdown.tries() + i) : "else ")
                    .append("cast(:until%d as timestamp with time zone) ".formatted(i));
            values.put("until" + i, PilotClock.timestamp(now.plus(waits.get(i))));
        }
        until.append("end");
        String wrong = "(case when first_at < :since then 1 else failures + 1 end)";
        return jdbc.sql("""
                update sign_in_failure set
                  failures = WRONG,
                  locked_until = case when WRONG < :tries then locked_until else UNTIL end,
                  first_at = case when first_at < :since then cast(:now as timestamp with time zone) else first_at end
                where account = :account and address = :place""".replace("UNTIL", until.toString().replace("wrong", wrong))
                        .replace("WRONG", wrong))
                .params(values)
                .param("since", PilotClock.timestamp(now.minus(settings.forgetAfter())))
                .param("now", PilotClock.timestamp(now))
                .param("tries", slowdown.tries())
                .param("account", account)
                .param("place", place)
                .update();
    }

    private static Map<String, Object> keys(SignInTry attempt) {
        return Map.of(
                "account", attempt.account(),
                "address", attempt.address(),
                "device", Objects.requireNonNullElse(attempt.device(), "none"));
    }

    /** A wait that has not ended. */
    private record Held(String account, String address, Timestamp lockedUntil) {}
}
