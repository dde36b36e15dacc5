package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.text.Words;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why a listed project stands elsewhere than in the order that the list started from (R3.5, R3.6). */
@Repository
public class MovedReasons {

    private final JdbcClient jdbc;

    MovedReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reasons of a list, by application. */
    public Map<String, String> of(Recommendation list) {
        return jdbc
                .sql("select application_id, reason from moved_reason where recommendation_id = :id")
                .param("id", list.id())
                .query(Reason.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Reason::applicationId, Reason::reason));
    }

    /** Writes the reason for one project, in place of an earlier one; a blank one takes it away. */
    public void write(Recommendation list, String applicationId, String reason) {
        jdbc.sql("delete from moved_reason where recommendation_id = :id and application_id = :application")
                .param("id", list.id())
                .param("application", applicationId)
                .update();
        if (!Words.none(reason)) {
            jdbc.sql("""
                    insert into moved_reason (recommendation_id, application_id, reason)
                    values (:id, :application, :reason)""")
                    .param("id", list.id())
                    .param("application", applicationId)
                    .param("reason", reason.strip())
                    .update();
        }
    }

    private record Reason(String applicationId, String reason) {}
}
