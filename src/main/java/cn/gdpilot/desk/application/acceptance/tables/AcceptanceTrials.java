package cn.gdpilot.desk.application.acceptance.tables;

import cn.gdpilot.desk.application.CheckedFinding;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acceptances that the tables did not allow: what they said, and what the officer had typed. */
@Repository
class AcceptanceTrials {

    /** As the column; some dozens of sentences. */
    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final SelfCheck selfCheck;
    private final Findings findings;
    private final RecordBook book;
    private final PilotClock clock;

    AcceptanceTrials(JdbcClient jdbc, SelfCheck selfCheck, Findings findings, RecordBook book, PilotClock clock) {
        this.findings = findings;
        this.book = book;
        this.jdbc = jdbc;
        this.selfCheck = selfCheck;
        this.clock = clock;
    }

    /**
     * Keeps a trial of the version that was submitted last; what was found at its submission and is no longer is settled.
     *
     * @param grounds as typed; null if nothing was
     */
    void keep(Application application, String grounds, Actor officer) {
        List<Finding> all = selfCheck.beside(application).stream()
                .map(CheckedFinding::finding)
                .toList();
        findings.settle(application.id(), application.submissions(), all, clock.now());
        String found = all.stream()
                .filter(Finding::refuses)
                .map(Finding::message)
                .distinct()
                .collect(Collectors.joining("\n"));
        if (found.isEmpty()) {
            found = Texts.of("accept.tables-otherwise");
        }
        jdbc.sql("""
                insert into acceptance_trial (application_id, version, person, at, found, grounds)
                values (:id, :version, :person, :at, :found, :grounds)""")
                .param("id", application.id())
                .param("version", application.submissions())
                .param("person", officer.person())
                .param("at", PilotClock.timestamp(clock.now()))
                .param("found", cut(found))
                .param("grounds", grounds)
                .update();
        book.write(new RecordEvent(officer, "acceptance.not-allowed", application.id(), cut(found), null, null, null));
    }

    /** The last trial of the version that was submitted last. */
    Optional<Trial> last(Application application) {
        return jdbc.sql("""
                select person, found, grounds from acceptance_trial
                where application_id = :id and version = :version order by id desc limit 1""")
                .param("id", application.id())
                .param("version", application.submissions())
                .query(Trial.class)
                .optional();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /**
     * One of them.
     *
     * @param person  account of the officer who wanted to accept
     * @param found   sentences of the tables, one a line
     * @param grounds as typed; null if nothing was
     */
    record Trial(String person, String found, String grounds) {}
}
