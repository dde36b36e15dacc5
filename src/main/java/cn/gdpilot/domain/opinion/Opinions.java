package cn.gdpilot.domain.opinion;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Words;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The reviewers' opinions. */
@Repository
public class Opinions {

    private static final String COLUMNS =
            "select level_name as level, application_id as applicationid, outcome, grounds, reviewer, at from review_opinion ";

    private final JdbcClient jdbc;

    Opinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes down an opinion.
     *
     * @throws Refusal if the grounds are missing, or there is an opinion already
     */
    public Opinion give(
            UnitType level, String applicationId, ReviewOutcome outcome, String grounds, String reviewer, Instant at) {
        if (Words.none(grounds)) {
            throw Refusal.invalid("task.grounds");
        }
        Opinion opinion = new Opinion(level, applicationId, outcome, grounds.strip(), reviewer, at);
        try {
            jdbc.sql(
                            "insert into review_opinion (level_name, application_id, outcome, grounds, reviewer, at) values (:level, :application, :outcome, :grounds, :reviewer, :at)")
                    .param("level", level.name())
                    .param("application", applicationId)
                    .param("outcome", outcome.name())
                    .param("grounds", opinion.grounds())
                    .param("reviewer", reviewer)
                    .param("at", Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException given) {
            throw Refusal.conflict("task.decided-already");
        }
        return opinion;
    }

    /** Sets an opinion aside, so that the level gives another; it is kept beside, with why. Without one nothing happens. */
    public void setAside(UnitType level, String applicationId, String because, Instant at) {
        jdbc.sql("""
                insert into opinion_set_aside (level_name, application_id, outcome, grounds, reviewer, at, set_aside_at, because)
                select level_name, application_id, outcome, grounds, reviewer, at, cast(:at as timestamp with time zone), cast(:because as varchar)
                from review_opinion where level_name = :level and application_id = :application""")
                .param("at", Timestamp.from(at))
                .param("because", because)
                .param("level", level.name())
                .param("application", applicationId)
                .update();
        jdbc.sql("delete from review_opinion where level_name = :level and application_id = :application")
                .param("level", level.name())
                .param("application", applicationId)
                .update();
    }

    /** The levels that have given an opinion about any of these projects. */
    public Set<UnitType> levels(Collection<String> applicationIds) {
        return jdbc.sql(
                        "select distinct level_name from review_opinion where application_id = any(cast(:ids as varchar array))")
                .param("ids", new SqlArrayValue("varchar", applicationIds.toArray()))
                .query((row, n) -> UnitType.valueOf(row.getString(1)))
                .set();
    }

    /** The opinion of one level about a project, if it has given one. */
    public Optional<Opinion> find(UnitType level, String applicationId) {
        return jdbc.sql(COLUMNS + "where level_name = :level and application_id = :application")
                .param("level", level.name())
                .param("application", applicationId)
                .query(Opinion.class)
                .optional();
    }

    /** All opinions about these projects, by project, the earliest first; those of which there is none are left out. */
    public Map<String, List<Opinion>> of(Collection<String> applicationIds) {
        return jdbc
                .sql(COLUMNS + "where application_id = any(cast(:ids as varchar array)) order by at")
                .param("ids", new SqlArrayValue("varchar", applicationIds.toArray()))
                .query(Opinion.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Opinion::applicationId));
    }

    /** All opinions about a project, the earliest first. */
    public List<Opinion> of(String applicationId) {
        return jdbc.sql(COLUMNS + "where application_id = :application order by at")
                .param("application", applicationId)
                .query(Opinion.class)
                .list();
    }
}
