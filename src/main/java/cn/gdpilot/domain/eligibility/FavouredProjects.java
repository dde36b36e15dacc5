package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The conditions of priority that a project met when the Department reviewed it (R2.14): the ministry reads them beside it. */
@Repository
public class FavouredProjects {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final EligibilityTables tables;
    private final PilotClock clock;

    FavouredProjects(JdbcClient jdbc, Applications applications, EligibilityTables tables, PilotClock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.tables = tables;
        this.clock = clock;
    }

    /** Keeps what the table says now; nothing if it names no condition, if that is kept already, or if the review has not passed it. */
    @Transactional
    public void note(String applicationId) {
        Application application = applications.get(applicationId);
        String sentences = String.join("\n", tables.priorities(PriorityFacts.of(application.facts())));
        sentences = sentences.substring(0, Math.min(sentences.length(), LONGEST));
        boolean isKnown = of(applicationId).filter(sentences::equals).isPresent();
        if (sentences.isEmpty() || isKnown || application.state() != ApplicationState.REVIEWED) {
            return;
        }
        jdbc.sql("""
                insert into favoured_project (application_id, sentences, source, at)
                values (:id, :sentences, :source, :at)""")
                .param("id", applicationId)
                .param("sentences", sentences)
                .param("source", tables.prioritiesSource())
                .param("at", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** The sentences that were noted last, one a line; empty if none were. */
    public Optional<String> of(String applicationId) {
        return jdbc.sql("select sentences from favoured_project where application_id = :id order by id desc limit 1")
                .param("id", applicationId)
                .query(String.class)
                .optional();
    }
}
