package cn.gdpilot.domain.opinion;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Site visits and legal checks: whether a round makes them, and what each found. */
@Repository
public class ProjectChecks {

    private final JdbcClient jdbc;

    ProjectChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The checks that a round makes; none unless somebody has said so. */
    public List<CheckKind> organised(String roundId) {
        List<String> on = jdbc.sql("select kind from check_plan where round_id = :round and organised")
                .param("round", roundId)
                .query(String.class)
                .list();
        return Arrays.stream(CheckKind.values())
                .filter(kind -> on.contains(kind.name()))
                .toList();
    }

    /** Sets whether a round makes a check; projects that are through already stay as they are. */
    public void organise(String roundId, CheckKind kind, boolean organised) {
        jdbc.sql("delete from check_plan where round_id = :round and kind = :kind")
                .param("round", roundId)
                .param("kind", kind.name())
                .update();
        jdbc.sql("insert into check_plan (round_id, kind, organised) values (:round, :kind, :organised)")
                .param("round", roundId)
                .param("kind", kind.name())
                .param("organised", organised)
                .update();
    }

    /** What was found about a project, the earliest first. */
    public List<ProjectCheck> of(String applicationId) {
        return jdbc.sql(
                        "select application_id, kind, passed, grounds, person, at from project_check where application_id = :id order by at, kind")
                .param("id", applicationId)
                .query(ProjectCheck.class)
                .list();
    }

    /**
     * Writes down what was found.
     *
     * @throws Refusal if it was written down already
     */
    public void record(ProjectCheck check) {
        try {
            jdbc.sql("""
                    insert into project_check (application_id, kind, passed, grounds, person, at)
                    values (:application, :kind, :passed, :grounds, :person, :at)""")
                    .param("application", check.applicationId())
                    .param("kind", check.kind().name())
                    .param("passed", check.passed())
                    .param("grounds", check.grounds())
                    .param("person", check.person())
                    .param("at", PilotClock.timestamp(check.at()))
                    .update();
        } catch (DuplicateKeyException again) {
            throw Refusal.conflict("task.decided-already");
        }
    }
}
