package cn.gdpilot.domain.opinion;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Seals and signatures that an officer ticks before an application is accepted (R2.4, R2.11, R2.13). The points stand in
 * {@code acceptance-points.csv}, and in the form by the same keys; what was ticked is kept in the words of that day.
 */
@Repository
public class AcceptancePoints {

    private static final String FILE = "acceptance-points.csv";

    private final JdbcClient jdbc;
    private final Edited<List<AcceptancePoint>> points;
    private final RecordBook book;
    private final PilotClock clock;
    private final boolean compulsory;

    /** @param compulsory whether a program that completes the task without the form has to send the points, too */
    AcceptancePoints(
            JdbcClient jdbc,
            ReferenceFiles files,
            RecordBook book,
            PilotClock clock,
            @Value("${pilot.acceptance.points-compulsory}") boolean compulsory) {
        this.jdbc = jdbc;
        this.points = files.edited(List.of(FILE), AcceptancePoints::read);
        this.book = book;
        this.clock = clock;
        this.compulsory = compulsory;
    }

    /** All points, in the order of the list. */
    public List<AcceptancePoint> all() {
        return points.value();
    }

    /**
     * Holds that nothing is left out.
     *
     * @param ticked keys; null where the form was not asked
     * @throws Refusal if a required point is not ticked, or one is not on the list
     */
    public void check(List<String> ticked) {
        if (ticked == null && !compulsory) {
            return;
        }
        List<String> given = ticked == null ? List.of() : ticked;
        if (!all().stream().map(AcceptancePoint::point).toList().containsAll(given)) {
            throw Refusal.invalid("guard.answer");
        }
        List<AcceptancePoint> missing = all().stream()
                .filter(point -> point.required() && !given.contains(point.point()))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.byRule(missing.get(0).rule(), "accept.points-missing", labels(missing));
        }
    }

    /** Keeps what was ticked for a submitted version, beside the decision and in the record. */
    public void keep(String applicationId, int version, List<String> ticked, Actor officer) {
        if (ticked == null || ticked.isEmpty()) {
            return;
        }
        List<AcceptancePoint> kept =
                all().stream().filter(point -> ticked.contains(point.point())).toList();
        kept.forEach(point -> jdbc.sql("""
                insert into acceptance_point (application_id, version, point, label, person, at)
                values (:application, :version, :point, :label, :person, :at)""")
                .param("application", applicationId)
                .param("version", version)
                .param("point", point.point())
                .param("label", point.label())
                .param("person", officer.person())
                .param("at", PilotClock.timestamp(clock.now()))
                .update());
        book.write(RecordEvent.of(officer, "application.points", applicationId, labels(kept)));
    }

    /** What was ticked when an application was accepted, in the words of that day; empty where nobody was asked. */
    public List<String> of(String applicationId) {
        return jdbc.sql("select label from acceptance_point where application_id = :application order by version, id")
                .param("application", applicationId)
                .query(String.class)
                .list();
    }

    private static String labels(List<AcceptancePoint> points) {
        return points.stream().map(AcceptancePoint::label).collect(Collectors.joining("；"));
    }

    private static List<AcceptancePoint> read(ReferenceFiles.Lists lists) {
        return lists.rows(FILE).stream()
                .map(row -> new AcceptancePoint(
                        row.get("point"), row.get("label"), row.get("rule"), Boolean.parseBoolean(row.get("required"))))
                .toList();
    }
}
