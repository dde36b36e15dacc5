package cn.gdpilot.domain.eligibility.credit;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Look-ups of credit records; lines are added and never changed, the newest of a person counts. */
@Repository
public class CreditLookups {

    private final JdbcClient jdbc;
    private final FileStore store;
    private final RecordBook book;
    private final PilotClock clock;

    CreditLookups(JdbcClient jdbc, FileStore store, RecordBook book, PilotClock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.book = book;
        this.clock = clock;
    }

    /** Keeps what a registry answered. */
    public void answered(String applicationId, CreditAnswer answer, Actor actor) {
        insert(applicationId, CreditLookup.Source.REGISTRY, answer.state(), answer.words(), null, actor);
    }

    /**
     * Keeps what a person found out.
     *
     * @param result CLEAN or DISHONEST
     * @param remark in words; may be empty
     * @param report the report as received; null where there is none
     * @throws Refusal if the result is none of the two, or the remark too long
     */
    public void found(
            String applicationId, CreditAnswer.State result, String remark, Materials.Upload report, Actor actor) {
        if (result == null || result == CreditAnswer.State.UNAVAILABLE) {
            throw Refusal.invalid("credit.result");
        }
        String words = remark == null ? "" : remark.strip();
        if (TextLimit.REASON.exceededBy(words)) {
            throw Refusal.invalid("guard.answer-long", TextLimit.REASON.length());
        }
        insert(applicationId, CreditLookup.Source.PERSON, result, words, report, actor);
        book.write(RecordEvent.of(actor, "credit.found", applicationId, result + " " + words));
    }

    /** All look-ups for an application, the earliest first. */
    public List<CreditLookup> of(String applicationId) {
        return jdbc.sql("select * from credit_lookup where application_id = :id order by id")
                .param("id", applicationId)
                .query(CreditLookup.class)
                .list();
    }

    /** What counts: the newest that a person found out. */
    public Optional<CreditLookup> counting(String applicationId) {
        return of(applicationId).stream().filter(CreditLookup::counts).reduce((earlier, later) -> later);
    }

    private void insert(
            String applicationId,
            CreditLookup.Source source,
            CreditAnswer.State result,
            String remark,
            Materials.Upload report,
            Actor actor) {
        if (report != null) {
            store.name(report.sha256());
        }
        jdbc.sql("""
                insert into credit_lookup (application_id, source, result, remark, report_name, report_format, report_sha256, person, office, at)
                values (:application, :source, :result, :remark, :name, :format, :sha256, :person, :office, :at)""")
                .param("application", applicationId)
                .param("source", source.name())
                .param("result", result.name())
                .param("remark", remark)
                .param("name", report == null ? null : report.name())
                .param("format", report == null ? null : report.format())
                .param("sha256", report == null ? null : report.sha256())
                .param("person", actor.person())
                .param("office", actor.office())
                .param("at", PilotClock.timestamp(clock.now()))
                .update();
    }
}
