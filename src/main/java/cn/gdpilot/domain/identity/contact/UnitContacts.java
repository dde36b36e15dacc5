package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Group;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contact data of all offices, as they hold now. */
@Repository
public class UnitContacts {

    private static final String VALUES =
            "email = :email, lead_email = :leadEmail, people = :people, address = :address, mailbox = :mailbox";

    private final JdbcClient jdbc;

    public UnitContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every office, in the order of the offices' ids. */
    public List<UnitContact> all() {
        return jdbc.sql("select * from unit_contact order by unit_id")
                .query(UnitContacts::read)
                .list();
    }

    /** Of one office; empty values where nothing is known. */
    public ContactData of(String unitId) {
        return find(unitId).map(UnitContact::data).orElse(ContactData.NONE);
    }

    Optional<UnitContact> find(String unitId) {
        return jdbc.sql("select * from unit_contact where unit_id = :unit")
                .param("unit", unitId)
                .query(UnitContacts::read)
                .optional();
    }

    /** The same, locked, so that changes of one office come one after the other. */
    UnitContact lock(String unitId) {
        return jdbc.sql("select * from unit_contact where unit_id = :unit for update")
                .param("unit", unitId)
                .query(UnitContacts::read)
                .single();
    }

    /**
     * Where letters to a group go.
     *
     * @param group id of a {@link Group}: of those who handle for an office, or of those who sign
     * @return an address; empty if the office has none, or there is no such office
     */
    public String addressOf(String group) {
        Group asked = new Group(group);
        ContactData office = of(asked.unit());
        return asked.isLead() ? office.leadsAddress() : office.email();
    }

    /** Those who handle and those who sign; the former alone if both would read it in one mailbox. */
    public List<String> bothGroups(String unitId) {
        ContactData data = of(unitId);
        return data.leadsAddress().equals(data.email())
                ? List.of(unitId)
                : List.of(unitId, Group.of(unitId).lead().id());
    }

    /** Tells apart who reads which mailbox: the address of a group; the group itself while it has none. */
    public String mailboxOf(String group) {
        String address = addressOf(group);
        return address.isEmpty() ? group : address;
    }

    /** Where letters go, by group, for whoever asks for many; without groups that have no address. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        for (UnitContact contact : all()) {
            addresses.put(contact.unitId(), contact.data().email());
            addresses.put(Group.of(contact.unitId()).lead().id(), contact.data().leadsAddress());
        }
        addresses.values().removeIf(String::isEmpty);
        return addresses;
    }

    /** Keeps what people have changed; no restart takes it back. */
    void change(String unitId, ContactData data, Instant at) {
        jdbc.sql("update unit_contact set " + VALUES + ", version = version + 1, edited_at = :at where unit_id = :unit")
                .params(data.fields())
                .param("unit", unitId)
                .param("at", PilotClock.timestamp(at))
                .update();
    }

    /** Takes over what a reference list says, unless people have changed this office since. */
    void take(String unitId, ContactData data) {
        if (find(unitId).isEmpty()) {
            jdbc.sql("""
                            insert into unit_contact (unit_id, email, lead_email, people, address, mailbox, version)
                            values (:unit, '', '', '', '', '', 0)""").param("unit", unitId).update();
        }
        jdbc.sql("update unit_contact set " + VALUES + " where unit_id = :unit and edited_at is null")
                .params(data.fields())
                .param("unit", unitId)
                .update();
    }

    static ContactData data(ResultSet row) throws SQLException {
        return new ContactData(
                row.getString("email"),
                row.getString("lead_email"),
                ContactPerson.parsed(row.getString("people")),
                row.getString("address"),
                row.getString("mailbox"));
    }

    private static UnitContact read(ResultSet row, int number) throws SQLException {
        Timestamp edited = row.getTimestamp("edited_at");
        return new UnitContact(
                row.getString("unit_id"), data(row), row.getInt("version"), edited == null ? null : edited.toInstant());
    }
}
