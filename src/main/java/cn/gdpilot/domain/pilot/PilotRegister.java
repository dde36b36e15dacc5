package cn.gdpilot.domain.pilot;

import cn.gdpilot.domain.duplicate.ProjectNames;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The pilots and their terms (R3.8); later rounds ask it for R2.5. */
@Repository
public class PilotRegister {

    private static final double SAME_PROJECT = 0.9;
    private static final int LONGEST_KEY = 200;

    /** The states that a selected project may have. */
    private static final Set<ApplicationState> SELECTED =
            EnumSet.of(ApplicationState.SELECTED, ApplicationState.PILOT, ApplicationState.PILOT_ENDED);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Applications applications;
    private final ProjectNames names;

    PilotRegister(JdbcClient jdbc, JdbcTemplate batch, Applications applications, ProjectNames names) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.applications = applications;
        this.names = names;
    }

    /** Enters a selected project, its term of so many years beginning on that day. */
    public void enter(Applicant applicant, Application application, LocalDate startsOn, int years) {
        jdbc.sql("""
                insert into pilot (credit_code, applicant_name, project_name, project_key, application_id, starts_on, ends_on)
                values (:code, :applicant, :project, :key, :application, :start, :end)""")
                .param("code", applicant.creditCode())
                .param("applicant", applicant.name())
                .param("project", application.projectName())
                .param("key", names.key(application.projectName()))
                .param("application", application.id())
                .param("start", Date.valueOf(startsOn))
                .param("end", Date.valueOf(startsOn.plusYears(years)))
                .update();
    }

    /** True if that applicant's project is a pilot whose term has not ended on {@code day} (R2.5). */
    public boolean runs(String creditCode, String projectName, LocalDate day) {
        return jdbc
                .sql(
                        "select project_name from pilot where credit_code = :code and starts_on <= :day and ends_on > :day")
                .param("code", creditCode)
                .param("day", Date.valueOf(day))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(pilot -> names.similarity(pilot, projectName) >= SAME_PROJECT);
    }

    /** The pilots, the latest to end first; those whose applicant, project or code contains the words, all if there are none. */
    public List<Pilot> find(String words, int most) {
        return jdbc.sql("""
                select id, credit_code, applicant_name, project_name, application_id, starts_on, ends_on, source, ended_at from pilot
                where :words = '' or position(:words in applicant_name) > 0 or position(:words in project_name) > 0 or credit_code = :words
                order by ends_on desc, id limit :most""")
                .param("words", words)
                .param("most", most)
                .query(Pilot.class)
                .list();
    }

    /** How many there are, ended ones included. */
    public int count() {
        return jdbc.sql("select count(*) from pilot").query(Integer.class).single();
    }

    /** The pilots that were selected in a round, in order of their applications' numbers. */
    public List<Pilot> ofRound(String roundId) {
        List<String> selected = applications.ofRound(roundId, SELECTED).stream()
                .map(Application::id)
                .toList();
        return jdbc.sql("""
                select id, credit_code, applicant_name, project_name, application_id, starts_on, ends_on, source, ended_at from pilot
                where application_id = any(cast(:selected as varchar array)) order by application_id""")
                .param("selected", new SqlArrayValue("varchar", selected.toArray()))
                .query(Pilot.class)
                .list();
    }

    /**
     * The pilot of that key.
     *
     * @throws Refusal if there is none
     */
    public Pilot get(long id) {
        return jdbc.sql("""
                select id, credit_code, applicant_name, project_name, application_id, starts_on, ends_on, source, ended_at from pilot
                where id = :id""")
                .param("id", id)
                .query(Pilot.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("pilots.unknown"));
    }

    /** Those whose term runs on that day. */
    public List<Pilot> running(LocalDate day) {
        return running(day, day);
    }

    /** Those whose term runs on a day from the first to the last, both included. */
    public List<Pilot> running(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select id, credit_code, applicant_name, project_name, application_id, starts_on, ends_on, source, ended_at from pilot
                where starts_on <= :last and ends_on > :first order by id""")
                .param("first", Date.valueOf(first))
                .param("last", Date.valueOf(last))
                .query(Pilot.class)
                .list();
    }

    /** Those whose term ends by that day and who have not been told. */
    public List<Pilot> toRemind(LocalDate day) {
        return due("reminded_at", day);
    }

    /** Those whose term has ended by that day and whose end is not noted. */
    public List<Pilot> toEnd(LocalDate day) {
        return due("ended_at", day);
    }

    private List<Pilot> due(String column, LocalDate day) {
        return jdbc.sql("""
                select id, credit_code, applicant_name, project_name, application_id, starts_on, ends_on, source, ended_at from pilot
                where ends_on <= :day and %s is null order by id limit 500""".formatted(column))
                .param("day", Date.valueOf(day))
                .query(Pilot.class)
                .list();
    }

    /** Notes that the holder was told of the coming end; false if somebody else has noted it meanwhile. */
    public boolean reminded(long id, Instant at) {
        return note("reminded_at", id, at);
    }

    /** Notes the end; false if somebody else has noted it meanwhile. */
    public boolean ended(long id, Instant at) {
        return note("ended_at", id, at);
    }

    private boolean note(String column, long id, Instant at) {
        return jdbc.sql("update pilot set %s = :at where id = :id and %s is null".formatted(column, column))
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Enters the pilots of a list, those left out that are there already; returns how many are new. */
    int enterAll(List<PilotList.Entry> entries, String source) {
        jdbc.sql("select id from pilot_import_gate where id = 1 for update")
                .query(Integer.class)
                .single();
        Set<String> known = new HashSet<>(
                jdbc.sql("select credit_code || '/' || project_key || '/' || cast(starts_on as varchar(10)) from pilot")
                        .query(String.class)
                        .list());
        List<Object[]> rows = new ArrayList<>();
        Map<String, String> keys = names.keys(
                entries.stream().map(PilotList.Entry::project).distinct().toList());
        for (PilotList.Entry entry : entries) {
            String whole = keys.get(entry.project());
            String key = whole.substring(0, Math.min(whole.length(), LONGEST_KEY));
            if (known.add(entry.creditCode() + "/" + key + "/" + entry.startsOn())) {
                rows.add(new Object[] {
                    entry.creditCode(),
                    entry.applicant(),
                    entry.project(),
                    key,
                    Date.valueOf(entry.startsOn()),
                    Date.valueOf(entry.endsOn()),
                    source
                });
            }
        }
        batch.batchUpdate(
                "insert into pilot (credit_code, applicant_name, project_name, project_key, starts_on, ends_on, source) values (?, ?, ?, ?, ?, ?, ?)",
                rows);
        return rows.size();
    }
}
