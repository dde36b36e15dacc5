package cn.gdpilot.domain.record;

import cn.gdpilot.domain.calendar.PilotClock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record: who did what, when, on what grounds. Written in the transaction of what it tells, as its last act, so that
 * the chain's lock is held for a moment only and after all others.
 */
@Component
public class RecordBook {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final RecordSeal seal;
    private final PilotClock clock;
    private final TransactionTemplate apart;

    RecordBook(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate many,
            RecordSeal seal,
            PilotClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.many = many;
        this.seal = seal;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Keeps an event with the transaction that is running, or at once if none is. */
    public void write(RecordEvent event) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            waiting().add(addressed(event));
        } else {
            writeAtOnce(event);
        }
    }

    /** Keeps an event whatever becomes of the transaction that is running, e.g. a refusal. */
    public void writeAtOnce(RecordEvent event) {
        Addressed addressed = addressed(event);
        apart.executeWithoutResult(status -> append(List.of(addressed)));
    }

    private List<Addressed> waiting() {
        @SuppressWarnings("unchecked")
        List<Addressed> waiting = (List<Addressed>) TransactionSynchronizationManager.getResource(this);
        if (waiting == null) {
            List<Addressed> fresh = new ArrayList<>();
            TransactionSynchronizationManager.bindResource(this, fresh);
            TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(fresh));
            return fresh;
        }
        return waiting;
    }

    private void append(List<Addressed> events) {
        End end = jdbc.sql("select seq, hash from record_end where id = 1 for update")
                .query(End.class)
                .single();
        long seq = end.seq();
        String hash = end.hash();
        List<RecordEntry> entries = new ArrayList<>();
        for (Addressed event : events) {
            RecordEntry entry = entry(++seq, hash, event);
            hash = entry.hash();
            entries.add(entry);
        }
        insert(entries);
        jdbc.sql("update record_end set seq = :seq, hash = :hash, seal = :seal where id = 1")
                .param("seq", seq)
                .param("hash", hash)
                .param("seal", seal.ofEnd(seq, hash))
                .update();
    }

    private RecordEntry entry(long seq, String previous, Addressed addressed) {
        RecordEvent event = addressed.event();
        RecordEntry entry = new RecordEntry(
                seq,
                clock.now().toEpochMilli(),
                shortened(event.actor().person()),
                event.actor().office(),
                addressed.address(),
                event.action(),
                event.subject(),
                shortened(event.grounds()),
                shortened(event.was()),
                shortened(event.became()),
                event.model(),
                previous,
                "");
        return entry.withHash(seal.of(entry.sealed()));
    }

    private void insert(List<RecordEntry> entries) {
        many.batchUpdate(
                """
                insert into record_entry (seq, at_ms, person, office, address, action, subject, grounds, was, became, model, previous, hash)
                values (:seq, :atMs, :person, :office, :address, :action, :subject, :grounds, :was, :became, :model, :previous, :hash)""", entries.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }

    private static Addressed addressed(RecordEvent event) {
        return new Addressed(event, Caller.address());
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private record Addressed(RecordEvent event, String address) {}

    private record End(long seq, String hash) {}

    /** Appends what a transaction has to tell just before it commits. */
    private final class AtTheEnd implements TransactionSynchronization {

        private final List<Addressed> events;

        private AtTheEnd(List<Addressed> events) {
            this.events = events;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(RecordBook.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RecordBook.this, events);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            append(events);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RecordBook.this);
        }
    }
}
