package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.UnitType;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects that experts have scored, without the steps that lead there. */
public final class Scored {

    private static final Timestamp AT = Timestamp.from(Instant.parse("2026-12-09T00:00:00Z"));

    private Scored() {}

    /** A closed panel of one expert with that total. */
    public static void by(JdbcClient jdbc, Round round, UnitType level, String applicationId, double total) {
        jdbc.sql("""
                insert into review_panel (round_id, level_name, application_id, opened_at, closed_at)
                values (:round, :level, :application, :at, :at)""")
                .param("round", round.id())
                .param("level", level.name())
                .param("application", applicationId)
                .param("at", AT)
                .update();
        scores(jdbc, level, applicationId, "expert-" + applicationId, total);
    }

    /** A further expert of that panel with that total. */
    public static void further(JdbcClient jdbc, UnitType level, String applicationId, double total) {
        scores(jdbc, level, applicationId, "further-" + applicationId, total);
    }

    private static void scores(JdbcClient jdbc, UnitType level, String applicationId, String expert, double total) {
        jdbc.sql("""
                insert into expert (account, name, employer, city, email, fields, interests, active)
                values (:account, '专家', '某大学', '广州市', 'expert@example.org', '', '', true)""").param("account", expert).update();
        jdbc.sql("""
                insert into review_assignment (panel_id, expert, state, appointed_at, due_at, ended_at, total)
                select id, :account, 'SCORED', :at, :at, :at, :total from review_panel
                where application_id = :application and level_name = :level""")
                .param("account", expert)
                .param("application", applicationId)
                .param("level", level.name())
                .param("at", AT)
                .param("total", total)
                .update();
    }
}
