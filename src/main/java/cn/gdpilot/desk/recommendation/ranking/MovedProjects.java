package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.desk.recommendation.StartingOrder;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.scoring.Departures;
import cn.gdpilot.domain.shortlist.MovedReasons;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.shortlist.TypedReasons;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Listed projects that stand elsewhere than in the order that their list started from; each needs a reason (R3.5, R3.6). */
@Component
public class MovedProjects {

    private final StartingOrder start;
    private final Recommendations recommendations;
    private final Applications applications;
    private final MovedReasons reasons;
    private final RecordBook book;

    MovedProjects(
            StartingOrder start,
            Recommendations recommendations,
            Applications applications,
            MovedReasons reasons,
            RecordBook book) {
        this.start = start;
        this.recommendations = recommendations;
        this.applications = applications;
        this.reasons = reasons;
        this.book = book;
    }

    /** The moved projects, in the order of the list. */
    List<String> of(Recommendation list) {
        return Departures.moved(start.of(list), recommendations.ranked(list));
    }

    /** The reasons of those that are moved now, by application; an empty one where nobody has given it. */
    Map<String, String> reasons(Recommendation list) {
        Map<String, String> given = reasons.of(list);
        return of(list).stream().collect(Collectors.toMap(id -> id, id -> given.getOrDefault(id, "")));
    }

    /**
     * Keeps what was typed and writes each moved project with its reason into the record.
     *
     * @throws Refusal if one has no reason; names each
     */
    void settle(Recommendation list, TypedReasons typed, Actor officer) {
        List<String> moved = of(list);
        typed.holdNumbers(moved);
        Map<String, String> given = reasons.of(list);
        for (String id : moved) {
            String reason = typed.own().getOrDefault(id, given.getOrDefault(id, typed.rest()));
            reasons.write(list, id, reason);
        }
        Map<String, String> kept = reasons.of(list);
        List<Application> unexplained = moved.stream()
                .filter(id -> !kept.containsKey(id))
                .map(applications::get)
                .toList();
        if (!unexplained.isEmpty()) {
            throw Refusal.byRule("R3.6", "ranking.moved", Undecided.named(unexplained));
        }
        List<String> before = start.of(list);
        List<String> now = recommendations.ranked(list);
        moved.forEach(id -> book.write(new RecordEvent(
                officer,
                "list.moved",
                id,
                kept.get(id),
                before.contains(id) ? Texts.of("merit.at", before.indexOf(id) + 1) : null,
                Texts.of("merit.at", now.indexOf(id) + 1),
                null)));
    }
}
