package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.domain.arrival.PieceCode.Kind;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The destination's counter: takes the pieces of a list, and knows when the list has arrived (R4.1–R4.4). */
@Service
class TakePieces {

    private final ArrivalWindow window;
    private final RecommendedProjects projects;
    private final Deliveries deliveries;
    private final PieceReader reader;
    private final ArrivalRule rule;
    private final ListArrival arrival;
    private final RecommendationProcess process;
    private final RecordBook book;

    TakePieces(
            ArrivalWindow window,
            RecommendedProjects projects,
            Deliveries deliveries,
            PieceReader reader,
            ArrivalRule rule,
            ListArrival arrival,
            RecommendationProcess process,
            RecordBook book) {
        this.window = window;
        this.projects = projects;
        this.deliveries = deliveries;
        this.reader = reader;
        this.rule = rule;
        this.arrival = arrival;
        this.process = process;
        this.book = book;
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
        ArrivalWindow.Arriving arriving = window.hold(roundId, unitId);
        Recommendation list = arriving.list();
        Instant now = arriving.at();
        List<String> projects = this.projects.numbers(list);
        List<PieceReader.Reading> readings = lines.stream()
                .map(line -> reader.read(list, projects, line, now, officer))
                .toList();
        counts.forEach((kind, total) -> count(list, kind, total, projects, now, officer));
        Delivery there = deliveries.of(list, projects);
        book.write(new RecordEvent(officer, "arrival.taken", list.id(), null, null, there.missing(list), null));
        if (there.begun() && (rule.firstPieceCounts() || there.missing(list).isEmpty())) {
            arrival.note(list, there, now);
            if (list.state() == State.SENT) {
                process.arrived(list);
            }
        }
        return readings;
    }

    /** The pieces of a list that have come so far. */
    Delivery there(Recommendation list) {
        return deliveries.of(list, projects.numbers(list));
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
}
