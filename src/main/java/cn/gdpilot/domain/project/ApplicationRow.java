package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.UnitType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.RowMapper;

/** Reads an application from its row. */
final class ApplicationRow implements RowMapper<Application> {

    @Override
    public Application mapRow(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getString("id"),
                row.getString("round_id"),
                row.getLong("applicant_id"),
                row.getString("unit_id"),
                UnitType.valueOf(row.getString("channel")),
                ApplicationState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("submissions"),
                row.getString("project_name"),
                row.getString("direction"),
                row.getString("category"),
                row.getString("summary"),
                facts(row),
                contact(row),
                instant(row, "created_at"),
                instant(row, "submitted_at"));
    }

    private static DeclaredFacts facts(ResultSet row) throws SQLException {
        return new DeclaredFacts(
                row.getString("registered_in"),
                row.getObject("legal_person", Boolean.class),
                row.getObject("serious_dishonesty", Boolean.class),
                row.getObject("major_accident", Boolean.class),
                row.getObject("commitment_letter", Boolean.class),
                row.getObject("built", Boolean.class),
                row.getString("innovation_project"),
                row.getBoolean("demonstration_base"),
                row.getBoolean("innovation_accepted"),
                row.getBoolean("revolutionary_area"),
                row.getBoolean("marked_effect"),
                row.getString("region_explanation"),
                ExtraAnswers.read(row.getString("extra_facts")));
    }

    /** The contact of a row that has one, of an application or an applicant. */
    static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("contact_name"), row.getString("contact_phone"), row.getString("contact_email"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
