package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of offices' contact data, open and decided. */
@Repository
class ContactChanges {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    ContactChanges(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that nobody has decided, the oldest first. */
    List<ContactChange> open() {
        return jdbc.sql("select * from unit_contact_change where decision is null order by id")
                .query(ContactChanges::read)
                .list();
    }

    /** The one of that office that nobody has decided. */
    Optional<ContactChange> open(String unitId) {
        return open().stream().filter(one -> one.unitId().equals(unitId)).findFirst();
    }

    /** What was decided for that office, the newest first. */
    List<ContactChange> decided(String unitId) {
        return jdbc.sql(
                        "select * from unit_contact_change where unit_id = :unit and decision is not null order by id desc")
                .param("unit", unitId)
                .query(ContactChanges::read)
                .list();
    }

    /** @throws Refusal if there is none */
    ContactChange get(long id) {
        return jdbc.sql("select * from unit_contact_change where id = :id")
                .param("id", id)
                .query(ContactChanges::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("unit-contact.no-change"));
    }

    void add(String unitId, ContactData data, String grounds, String proposedBy) {
        jdbc.sql("""
                        insert into unit_contact_change (unit_id, email, lead_email, people, address, mailbox, grounds, proposed_by, proposed_at)
                        values (:unit, :email, :leadEmail, :people, :address, :mailbox, :grounds, :by, :at)""")
                .params(data.fields())
                .param("unit", unitId)
                .param("grounds", grounds)
                .param("by", proposedBy)
                .param("at", PilotClock.timestamp(clock.now()))
                .update();
    }

    void decide(long id, ContactChange.Decision decision, String note, String by) {
        jdbc.sql(
                        "update unit_contact_change set decision = :decision, note = :note, decided_by = :by, decided_at = :at where id = :id")
                .param("decision", decision.name())
                .param("note", note)
                .param("by", by)
                .param("at", PilotClock.timestamp(clock.now()))
                .param("id", id)
                .update();
    }

    private static ContactChange read(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        String decision = row.getString("decision");
        return new ContactChange(
                row.getLong("id"),
                row.getString("unit_id"),
                UnitContacts.data(row),
                row.getString("grounds"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                decision == null ? null : ContactChange.Decision.valueOf(decision),
                row.getString("note"));
    }
}
