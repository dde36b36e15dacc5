package cn.gdpilot.domain.identity.limit;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registrations from each address within an hour. In a table, so that all nodes count together and a start forgets none. */
@Repository
public class RegistrationCount {

    private static final Duration SPAN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final PilotClock clock;
    private final int most;

    RegistrationCount(JdbcClient jdbc, PilotClock clock, LimitSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.most = settings.registrationsPerHour();
    }

    /**
     * Takes one of the hour's registrations; not within a longer transaction, which would hold the address.
     *
     * @param address as {@link ClientAddress} gives it
     * @throws Refusal if none is left; it says how long to wait
     */
    public void take(String address) {
        if (most == 0 || takeOne(address)) {
            return;
        }
        Instant now = clock.now();
        Optional<Instant> first = jdbc.sql("select first_at from registration_count where address = :address")
                .param("address", address)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
        Duration wait = first.map(at -> Duration.between(now, at.plus(SPAN)))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ofSeconds(1));
        throw Refusal.tooMany(Limit.REGISTRATIONS, wait, "registration.many", most);
    }

    /** Gives one back that came to nothing: a person who mistypes is not kept waiting. */
    public void giveBack(String address) {
        if (most > 0) {
            jdbc.sql(
                            "update registration_count set registrations = registrations - 1 where address = :address and registrations > 0")
                    .param("address", address)
                    .update();
        }
    }

    void sweep() {
        jdbc.sql("delete from registration_count where first_at < :since")
                .param("since", PilotClock.timestamp(clock.now().minus(SPAN)))
                .update();
    }

    /** One statement tells and counts, so that two at the same moment do not take the same one. */
    private boolean takeOne(String address) {
        Instant now = clock.now();
        for (int tries = 0; tries < 2; tries++) {
            int taken = jdbc.sql("""
                    update registration_count set
                      registrations = case when first_at < :since then 1 else registrations + 1 end,
                      first_at = case when first_at < :since then cast(:now as timestamp with time zone) else first_at end
                    where address = :address and (first_at < :since or registrations < :most)""")
                    .param("since", PilotClock.timestamp(now.minus(SPAN)))
                    .param("now", PilotClock.timestamp(now))
                    .param("address", address)
                    .param("most", most)
                    .update();
            if (taken == 1) {
                return true;
            }
            if (!add(address, now)) {
                return false;
            }
        }
        return false;
    }

    /** False if the address has its row already, and that is full. */
    private boolean add(String address, Instant now) {
        int there = jdbc.sql("select count(*) from registration_count where address = :address")
                .param("address", address)
                .query(Integer.class)
                .single();
        if (there > 0) {
            return false;
        }
        try {
            jdbc.sql("insert into registration_count (address, registrations, first_at) values (:address, 0, :now)")
                    .param("address", address)
                    .param("now", PilotClock.timestamp(now))
                    .update();
        } catch (DuplicateKeyException sameMoment) {
            // The other's row counts for both.
        }
        return true;
    }
}
