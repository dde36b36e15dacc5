package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.domain.arrival.PieceCode.Kind;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.NodeClock;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The destination's counter: takes what comes of a list, and knows when it has arrived (R4.1–R4.4). */
@Service
class Arrivals {

    private final Recommendations recommendations;
    private final RecommendedProjects projects;
    private final Deliveries deliveries;
    private final PieceReader reader;
    private final ArrivalRule rule;
    private final ArrivalReceipts receipts;
    private final RecommendationLetters letters;
    private final RecommendationProcess process;
    private final UnitDeadlines deadlines;
    private final Rounds rounds;
    private final RecordBook book;
    private final PilotClock clock;
    private final NodeClock nodeClock;

    Arrivals(
            Recommendations recommendations,
            RecommendedProjects projects,
            Deliveries deliveries,
            PieceReader reader,
            ArrivalRule rule,
            ArrivalReceipts receipts,
            RecommendationLetters letters,
            RecommendationProcess process,
            UnitDeadlines deadlines,
            Rounds rounds,
            RecordBook book,
            PilotClock clock,
            NodeClock nodeClock) {
        this.nodeClock = nodeClock;
        this.recommendations = recommendations;
        this.projects = projects;
        this.deliveries = deliveries;
        this.reader = reader;
        this.rule = rule;
        this.receipts = receipts;
        this.letters = letters;
        this.process = process;
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.book = book;
        this.clock = clock;
    }

    /** True if the list has arrived already. */
    boolean registered(String roundId, String unitId) {
        return recommendations.get(roundId, unitId).state() == State.ARRIVED;
    }

    /**
     * Takes what was scanned and counted at the counter's page, complete or not; when it is complete, or the first piece
     * counts, the list has arrived and its task is done.
     *
     * @param lines  scanned or typed codes, one a line
     * @param counts how many there are in all of a kind, counted by hand; kinds that were not counted are absent
     * @return what became of each line
     * @throws Refusal if nothing is on its way or it is late (R4.1, R4.3); nothing is taken then
     */
    @Transactional
    public List<PieceReader.Reading> take(
            String roundId, String unitId, List<String> lines, Map<Kind, Integer> counts, Actor officer) {
        Instant now = clock.now();
        Recommendation list = recommendations.lock(roundId, unitId);
        checkOpen(list, now);
        List<String> projects = projects(list);
        List<PieceReader.Reading> readings = lines.stream()
                .map(line -> reader.read(list, projects, line, now, officer))
                .toList();
        counts.forEach((kind, total) -> count(list, kind, total, projects, now, officer));
        Delivery there = deliveries.of(list, projects);
        book.write(new RecordEvent(officer, "arrival.taken", list.id(), null, null, there.missing(list), null));
        if (there.begun() && (rule.firstPieceCounts() || there.missing(list).isEmpty())) {
            arrive(list, there, now);
            if (list.state() == State.SENT) {
                process.arrived(list);
            }
        }
        return readings;
    }

    /**
     * Registers what the task's form counts, complete or not at all.
     *
     * @throws Refusal if anything is missing (R4.2, R4.4), or it is late (R4.1, R4.3)
     */
    @Transactional
    public void register(String roundId, String unitId, Delivery counted, Actor officer) {
        Instant now = clock.now();
        Recommendation list = recommendations.lock(roundId, unitId);
        checkOpen(list, now);
        List<String> projects = projects(list);
        deliveries.count(list, Kind.TABLE, counted.tableCopies(), projects, now, officer.person());
        deliveries.count(list, Kind.PAPER, counted.paperCopies(), projects, now, officer.person());
        deliveries.count(list, Kind.DISC, counted.discCopies(), projects, now, officer.person());
        String missing = deliveries.of(list, projects).missing(list);
        if (!missing.isEmpty() && !(rule.firstPieceCounts() && counted.begun())) {
            throw Refusal.byRule(
                    list.destination().equals(Unit.MINISTRY) ? "R4.4" : "R4.2", "arrival.incomplete", missing);
        }
        arrive(list, deliveries.of(list, projects), now);
    }

    /** The projects whose papers must come: those of the list that have not been withdrawn. */
    List<String> projects(Recommendation list) {
        return projects.of(list).stream().map(Application::id).toList();
    }

    private void checkOpen(Recommendation list, Instant now) {
        nodeClock.allowIntake();
        boolean supplement = list.state() == State.ARRIVED && rule.firstPieceCounts();
        Deadline deadline = deadlines.delivery(list.roundId(), list.unitId());
        if (!supplement && list.state() != State.ARRIVED && !deadline.includes(now)) {
            throw Refusal.byRule(list.deadline().rule(), "arrival.late", deadline.text());
        }
        if (list.state() == State.ARRIVED && !supplement) {
            throw Refusal.conflict("arrival.done");
        }
        if (list.state() != State.SENT && !supplement) {
            throw Refusal.conflict("arrival.not-sent");
        }
    }

    private void count(Recommendation list, Kind kind, int total, List<String> projects, Instant now, Actor officer) {
        if (total > Deliveries.copies(list, kind)) {
            throw Refusal.invalid("arrival.too-many", Deliveries.copies(list, kind), total);
        }
        int there = deliveries.count(list, kind, total, projects, now, officer.person());
        if (there > total) {
            throw Refusal.invalid("arrival.scanned-more", there);
        }
    }

    private void arrive(Recommendation list, Delivery there, Instant now) {
        boolean complete = there.missing(list).isEmpty();
        if (list.state() == State.ARRIVED) {
            if (complete) {
                receipts.issue(list, there);
            }
            return;
        }
        recommendations.arrived(
                list, rule.firstPieceCounts() ? deliveries.firstArrival(list).orElse(now) : now);
        Recommendation arrived = recommendations.get(list.roundId(), list.unitId());
        String number = receipts.issue(arrived, there).number();
        letters.arrived(rounds.get(list.roundId()), arrived, number, there.missing(list));
    }
}
