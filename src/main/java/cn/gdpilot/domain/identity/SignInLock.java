package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Locks a sign-in after wrong tries, for fifteen minutes: five for an account from one address; thirty for an account from
 * anywhere, which does not lock the addresses that the person has used before; a hundred for an address. In a table, so
 * that all nodes count together.
 */
@Repository
public class SignInLock {

    private static final String ANY = "*";
    private static final Duration SPAN = Duration.ofMinutes(15);
    private static final int PAIR = 5;
    private static final int ACCOUNT = 30;
    private static final int ADDRESS = 100;

    private final JdbcClient jdbc;
    private final PilotClock clock;

    SignInLock(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether tries for that account from that address are refused now, without looking at the password. */
    public boolean isLocked(String account, String address) {
        String name = typed(account);
        return isHeld(name, address) || isHeld(ANY, address) || isHeld(name, ANY) && !isKnown(name, address);
    }

    /** Counts a wrong try. */
    public void failed(String account, String address) {
        count(typed(account), address, PAIR);
        count(typed(account), ANY, ACCOUNT);
        count(ANY, address, ADDRESS);
    }

    /** A right password clears the pair's count; the address is known from now on. */
    public void succeeded(String account, String address) {
        jdbc.sql("delete from sign_in_failure where account = :account and address = :address")
                .params(Map.of("account", shortened(account), "address", address))
                .update();
        if (touch(account, address) == 0) {
            try {
                jdbc.sql("insert into sign_in_known (account, address, last_at) values (:account, :address, :now)")
                        .params(keys(account, address))
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                touch(account, address);
            }
        }
    }

    private int touch(String account, String address) {
        return jdbc.sql("update sign_in_known set last_at = :now where account = :account and address = :address")
                .params(keys(account, address))
                .update();
    }

    private boolean isKnown(String account, String address) {
        return jdbc.sql("select count(*) from sign_in_known where account = :account and address = :address")
                        .params(Map.of("account", shortened(account), "address", address))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean isHeld(String account, String address) {
        Optional<Integer> held = jdbc.sql(
                        "select 1 from sign_in_failure where account = :account and address = :address and locked_until > :now")
                .params(keys(account, address))
                .query(Integer.class)
                .optional();
        return held.isPresent();
    }

    private void count(String account, String address, int most) {
        Instant now = clock.now();
        int known = jdbc.sql("""
                        update sign_in_failure set
                          failures = case when first_at < :since then 1 else failures + 1 end,
                          locked_until = case when first_at >= :since and failures + 1 >= :most then cast(:until as timestamp with time zone) else locked_until end,
                          first_at = case when first_at < :since then cast(:now as timestamp with time zone) else first_at end
                        where account = :account and address = :address""")
                .params(keys(account, address))
                .param("since", PilotClock.timestamp(now.minus(SPAN)))
                .param("until", PilotClock.timestamp(now.plus(SPAN)))
                .param("most", most)
                .update();
        if (known == 0) {
            try {
                jdbc.sql(
                                "insert into sign_in_failure (account, address, failures, first_at) values (:account, :address, 1, :now)")
                        .params(keys(account, address))
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                count(account, address, most);
            }
        }
    }

    private Map<String, Object> keys(String account, String address) {
        return Map.of("account", shortened(account), "address", address, "now", PilotClock.timestamp(clock.now()));
    }

    /** A star that somebody typed as a name must not count for all names. */
    private static String typed(String account) {
        return ANY.equals(account) ? "typed *" : account;
    }

    private static String shortened(String account) {
        return account.length() > 64 ? account.substring(0, 64) : account;
    }
}
