package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.mail.Outbox.State;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the operator sees of the outbox: which letters wait, went out or failed, never what stands in them. */
@Repository
class OutboxEntries {

    private final JdbcClient jdbc;
    private final PilotClock clock;
    private final RecordBook book;

    OutboxEntries(JdbcClient jdbc, PilotClock clock, RecordBook book) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.book = book;
    }

    /** How many letters are in each state. */
    Map<State, Integer> counts() {
        Map<State, Integer> counts = new LinkedHashMap<>();
        for (State state : State.values()) {
            counts.put(state, 0);
        }
        jdbc.sql("select state, count(*) as number from outbox group by state")
                .query((row, at) -> counts.put(State.valueOf(row.getString("state")), row.getInt("number")))
                .list();
        return counts;
    }

    /** A page of the letters in a state, the newest first. */
    List<Entry> in(State state, int page, int size) {
        return jdbc.sql("""
                select o.id, o.message_id, o.round_id, o.kind, o.recipient, o.office, o.created_at, o.next_try_at, o.sent_at, o.attempts, o.state,
                  o.failure, m.reason as trouble
                from outbox o left join mail_trouble m on m.address = o.recipient
                where o.state = :state order by o.id desc offset :from rows fetch next :size rows only""")
                .param("state", state.name())
                .param("from", page * size)
                .param("size", size)
                .query(Entry.class)
                .list();
    }

    /** Sends it again, from the first try on; with the same Message-ID, so that a repeat is recognised. */
    @Transactional
    public void retry(long id, String officer) {
        change(
                id,
                "state in ('FAILED', 'CANCELLED')",
                "state = 'WAITING', attempts = 0, next_try_at = :now",
                "mail.retried",
                officer);
    }

    /** Takes it out of those that wait. */
    @Transactional
    public void cancel(long id, String officer) {
        change(
                id,
                "state in ('WAITING', 'FAILED')",
                "state = 'CANCELLED', next_try_at = :now",
                "mail.cancelled",
                officer);
    }

    private void change(long id, String condition, String set, String event, String officer) {
        int changed = jdbc.sql("update outbox set " + set + " where id = :id and " + condition)
                .param("id", id)
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
        if (changed == 0) {
            throw Refusal.conflict("outbox.changed");
        }
        book.write(RecordEvent.of(new Actor(officer, null), event, "mail:" + id, null));
    }

    /**
     * A letter as the operator sees it.
     *
     * @param id        key
     * @param messageId Message-ID
     * @param roundId   round; null for letters about none
     * @param kind      kind of letter
     * @param recipient address
     * @param office    group of the office that it goes to; null for persons
     * @param createdAt when it was written
     * @param nextTryAt when it is tried next
     * @param sentAt    when it was sent; null if it was not
     * @param attempts  tries so far
     * @param state     where it stands
     * @param failure   what went wrong last; null if nothing did
     * @param trouble   why mail to this address comes back; null if it does not
     */
    record Entry(
            long id,
            String messageId,
            String roundId,
            String kind,
            String recipient,
            String office,
            Instant createdAt,
            Instant nextTryAt,
            Instant sentAt,
            int attempts,
            State state,
            String failure,
            String trouble) {

        /** The address, masked: the operator recognises it, and learns nothing new. */
        public String masked() {
            int at = recipient.indexOf('@');
            return at < 1 ? "***" : recipient.charAt(0) + "***" + recipient.substring(at);
        }
    }
}
