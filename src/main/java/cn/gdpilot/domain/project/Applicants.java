package cn.gdpilot.domain.project;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The applicants: one row a credit code. */
@Repository
public class Applicants {

    private final JdbcClient jdbc;

    Applicants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an applicant.
     *
     * @return its key
     * @throws Refusal if the code is registered already
     */
    public long add(CreditCode code, String name, ApplicantType type, String city, Contact contact, Instant at) {
        try {
            jdbc.sql("""
                    insert into applicant (credit_code, name, applicant_type, city, contact_name, contact_phone, contact_email, created_at)
                    values (:code, :name, :type, :city, :contactName, :contactPhone, :contactEmail, :at)""")
                    .param("code", code.value())
                    .param("name", name)
                    .param("type", type.name())
                    .param("city", city)
                    .param("contactName", contact.name())
                    .param("contactPhone", contact.phone())
                    .param("contactEmail", contact.email())
                    .param("at", PilotClock.timestamp(at))
                    .update();
        } catch (DuplicateKeyException known) {
            throw Refusal.conflict("applicant.known");
        }
        return jdbc.sql("select id from applicant where credit_code = :code")
                .param("code", code.value())
                .query(Long.class)
                .single();
    }

    /** Corrects the contact of the applicant; what was submitted stays as it was. */
    public void correct(long id, Contact contact) {
        jdbc.sql(
                        "update applicant set contact_name = :name, contact_phone = :phone, contact_email = :email where id = :id")
                .param("name", contact.name())
                .param("phone", contact.phone())
                .param("email", contact.email())
                .param("id", id)
                .update();
    }

    public Applicant get(long id) {
        return jdbc.sql("select * from applicant where id = :id")
                .param("id", id)
                .query(Applicants::applicant)
                .single();
    }

    /** How many have registered. */
    public int count() {
        return jdbc.sql("select count(*) from applicant").query(Integer.class).single();
    }

    /** The names of these applicants, by key. */
    public Map<Long, String> names(Collection<Long> ids) {
        return jdbc
                .sql("select id, name from applicant where id = any(cast(:ids as bigint array))")
                .param("ids", new SqlArrayValue("bigint", ids.toArray()))
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Locks the applicant's row until the end of the transaction: limits R2.8–R2.10 are counted under it. */
    public Applicant lock(long id) {
        return jdbc.sql("select * from applicant where id = :id for update")
                .param("id", id)
                .query(Applicants::applicant)
                .single();
    }

    private static Applicant applicant(ResultSet row, int number) throws SQLException {
        return new Applicant(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("applicant_type"),
                row.getString("city"),
                ApplicationRow.contact(row));
    }
}
