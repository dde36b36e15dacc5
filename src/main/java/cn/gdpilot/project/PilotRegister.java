package cn.gdpilot.project;

import java.sql.Date;
import java.time.LocalDate;
import cn.gdpilot.duplicate.ProjectNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pilots and their terms (R3.8); later rounds ask it for R2.5. */
@Repository
public class PilotRegister {

    private static final int TERM_YEARS = 2;
    private static final double SAME_PROJECT = 0.9;

    private final JdbcClient jdbc;
    private final ProjectNames names;

    PilotRegister(JdbcClient jdbc, ProjectNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Enters a selected project, its term beginning on that day. */
    public void enter(Applicant applicant, Application application, LocalDate startsOn) {
        jdbc.sql("""
                insert into pilot (credit_code, applicant_name, project_name, project_key, application_id, starts_on, ends_on)
                values (:code, :applicant, :project, :key, :application, :start, :end)""")
                .param("code", applicant.creditCode())
                .param("applicant", applicant.name())
                .param("project", application.projectName())
                .param("key", names.key(application.projectName()))
                .param("application", application.id())
                .param("start", Date.valueOf(startsOn))
                .param("end", Date.valueOf(startsOn.plusYears(TERM_YEARS)))
                .update();
    }

    /** True if that applicant's project is a pilot whose term has not ended on {@code day} (R2.5). */
    public boolean runs(String creditCode, String projectName, LocalDate day) {
        return jdbc
                .sql("select project_name from pilot where credit_code = :code and starts_on <= :day and ends_on > :day")
                .param("code", creditCode)
                .param("day", Date.valueOf(day))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(pilot -> names.similarity(pilot, projectName) >= SAME_PROJECT);
    }

    /** How many pilots are registered from that round. */
    public int count(String roundId) {
        return jdbc.sql("select count(*) from pilot p join application a on a.id = p.application_id where a.round_id = :round")
                .param("round", roundId)
                .query(Integer.class)
                .single();
    }
}
