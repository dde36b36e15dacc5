package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.desk.recommendation.StartingOrder;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the ranking page shows of each project: its place, what favours it, what was found, what reviewers thought. */
@Component
public class RankingLines {

    private final RecommendedProjects projects;
    private final Recommendations recommendations;
    private final Candidates candidates;
    private final LeftOutReasons reasons;
    private final StartingOrder start;
    private final MovedProjects moved;
    private final CandidateFacts facts;

    RankingLines(
            RecommendedProjects projects,
            Recommendations recommendations,
            Candidates candidates,
            LeftOutReasons reasons,
            StartingOrder start,
            MovedProjects moved,
            CandidateFacts facts) {
        this.projects = projects;
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.reasons = reasons;
        this.start = start;
        this.moved = moved;
        this.facts = facts;
    }

    /** The projects of a list: those with a place in order, then those without, in order of arrival. */
    public List<Line> of(Recommendation list) {
        List<String> ranked = recommendations.ranked(list);
        Map<String, String> why = reasons.of(list);
        List<Application> shown = list.open() ? candidates.of(list.roundId(), list.unitId()) : projects.of(list);
        Map<String, CandidateFacts.Known> known = facts.of(list, shown);
        List<String> started = list.open() ? start.of(list) : List.of();
        Map<String, String> whyMoved = list.open() ? moved.reasons(list) : Map.of();
        return shown.stream()
                .map(one -> line(
                        new Places(place(ranked, one.id()), place(started, one.id())),
                        one,
                        known.get(one.id()),
                        why.getOrDefault(one.id(), ""),
                        whyMoved.get(one.id())))
                .sorted(Comparator.comparing(Line::sortKey))
                .toList();
    }

    private static Line line(
            Places places, Application application, CandidateFacts.Known known, String reason, String moved) {
        return new Line(
                places.now(),
                places.atStart(),
                application,
                known.applicant(),
                known.unit(),
                known.priorities(),
                known.findings(),
                known.opinions(),
                known.merit(),
                reason,
                moved);
    }

    private static Integer place(List<String> ranked, String id) {
        return ranked.contains(id) ? ranked.indexOf(id) + 1 : null;
    }

    private record Places(Integer now, Integer atStart) {}

    /**
     * One project of the page.
     *
     * @param place       place on the list; null if it is not on it
     * @param startPlace  place in the order that the list started from; null if there is none
     * @param application project
     * @param applicant   the applicant's name
     * @param unit        name of the unit that it came through
     * @param priorities  sentences of the priority conditions that are met (R2.14)
     * @param findings    what the tables found at its last submission
     * @param opinions    what reviewers thought so far
     * @param merit       what experts scored; null where they have not
     * @param reason      why it is not on the list; empty where nobody has said
     * @param moved       why it stands elsewhere than at the start; empty where nobody has said, null where it does not
     */
    public record Line(
            Integer place,
            Integer startPlace,
            Application application,
            String applicant,
            String unit,
            List<String> priorities,
            List<Finding> findings,
            List<Opinion> opinions,
            Merit merit,
            String reason,
            String moved) {

        int sortKey() {
            return place == null ? Integer.MAX_VALUE : place;
        }
    }
}
