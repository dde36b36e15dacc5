package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Unattended.Key;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What looks have found, since when, and who mended it. */
@Repository
class Matters {

    private static final String OPEN = """
            select m.id, m.fault, m.subject, m.round_id, m.expected, m.found, m.first_seen,
              a.grounds, a.asked_by, a.asked_at
            from unattended_matter m
            left join unattended_mend a on a.matter_id = m.id and a.decided_at is null
            where m.gone_at is null
            """;

    private final JdbcClient jdbc;
    private final PilotClock clock;

    Matters(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what a look has found: new ones are added, those that it found no more are gone. Looks pass one after the other. */
    void keep(List<Unattended> found) {
        jdbc.sql("update unattended_look set looked_at = :now where id = 1")
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
        Map<Key, Matter> known = open().stream().collect(Collectors.toMap(Matter::key, Function.identity()));
        Set<Key> now = found.stream().map(Unattended::key).collect(Collectors.toSet());
        known.values().stream().filter(one -> !now.contains(one.key())).forEach(one -> gone(one.id()));
        found.stream().filter(one -> !known.containsKey(one.key())).forEach(this::add);
    }

    /** When the last look was; null before the first. */
    Instant lastLook() {
        return jdbc.sql("select looked_at from unattended_look where id = 1")
                .query((row, n) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .list()
                .get(0);
    }

    /** Those that are there, the oldest first. */
    List<Matter> open() {
        return jdbc.sql(OPEN + "order by m.id").query(Matter.class).list();
    }

    /** How many are there. */
    int count() {
        return jdbc.sql("select count(*) from unattended_matter where gone_at is null")
                .query(Integer.class)
                .single();
    }

    /** The newest mends that were decided. */
    List<Mended> decided(int most) {
        return jdbc.sql("""
                select m.fault, m.subject, m.expected, a.grounds, a.asked_by, a.asked_at, a.decided_by, a.decided_at, a.granted
                from unattended_mend a join unattended_matter m on m.id = a.matter_id
                where a.decided_at is not null order by a.decided_at desc, a.id desc fetch first :most rows only""").param("most", most).query(Mended.class).list();
    }

    /**
     * One that is there, held until the end of the transaction.
     *
     * @throws Refusal if it is gone
     */
    Matter hold(long id) {
        jdbc.sql("select id from unattended_matter where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return jdbc.sql(OPEN + "and m.id = :id")
                .param("id", id)
                .query(Matter.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("unattended.gone"));
    }

    void ask(Matter matter, String grounds, String person) {
        jdbc.sql("""
                insert into unattended_mend (matter_id, grounds, asked_by, asked_at)
                values (:matter, :grounds, :person, :now)""")
                .param("matter", matter.id())
                .param("grounds", grounds)
                .param("person", person)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    void decide(Matter matter, boolean granted, String person) {
        jdbc.sql("""
                update unattended_mend set granted = :granted, decided_by = :person, decided_at = :now
                where matter_id = :matter and decided_at is null""")
                .param("granted", granted)
                .param("person", person)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("matter", matter.id())
                .update();
    }

    void gone(long id) {
        jdbc.sql("update unattended_matter set gone_at = :now where id = :id and gone_at is null")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }

    private void add(Unattended one) {
        jdbc.sql("""
                insert into unattended_matter (fault, subject, round_id, expected, found, first_seen)
                values (:fault, :subject, :round, :expected, :found, :now)""")
                .param("fault", one.fault().name())
                .param("subject", one.subject())
                .param("round", one.roundId())
                .param("expected", one.expected())
                .param("found", one.found())
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
    }

    /**
     * A matter that is there.
     *
     * @param grounds why it is to be mended so; null while nobody has asked
     * @param askedBy who asked; null likewise
     * @param askedAt when; null likewise
     */
    record Matter(
            long id,
            Fault fault,
            String subject,
            String roundId,
            String expected,
            String found,
            Instant firstSeen,
            String grounds,
            String askedBy,
            Instant askedAt) {

        Key key() {
            return new Key(fault, subject);
        }
    }

    /** A mend that was decided. */
    record Mended(
            Fault fault,
            String subject,
            String expected,
            String grounds,
            String askedBy,
            Instant askedAt,
            String decidedBy,
            Instant decidedAt,
            boolean granted) {}
}
