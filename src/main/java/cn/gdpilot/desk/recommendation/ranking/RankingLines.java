package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the ranking page shows of each project: its place, what favours it, what was found, what reviewers thought. */
@Component
public class RankingLines {

    private final RecommendedProjects projects;
    private final Recommendations recommendations;
    private final Candidates candidates;
    private final LeftOutReasons reasons;
    private final Applicants applicants;
    private final Findings findings;
    private final Opinions opinions;
    private final MeritOrder merit;
    private final Units units;
    private final EligibilityTables tables;

    RankingLines(
            RecommendedProjects projects,
            Recommendations recommendations,
            Candidates candidates,
            LeftOutReasons reasons,
            Applicants applicants,
            Findings findings,
            Opinions opinions,
            MeritOrder merit,
            Units units,
            EligibilityTables tables) {
        this.projects = projects;
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.reasons = reasons;
        this.applicants = applicants;
        this.findings = findings;
        this.opinions = opinions;
        this.merit = merit;
        this.units = units;
        this.tables = tables;
    }

    /** The projects of a list: those with a place in order, then those without, in order of arrival. */
    public List<Line> of(Recommendation list) {
        List<String> ranked = recommendations.ranked(list);
        Map<String, String> why = reasons.of(list);
        // Sixteen combinations at most: the table is asked once for each.
        Map<PriorityFacts, List<String>> priorities = new HashMap<>();
        Map<String, Merit> scores = scores(list);
        List<Application> shown = list.open() ? candidates.of(list.roundId(), list.unitId()) : projects.of(list);
        // Each set is read at once: a list may have hundreds of candidates.
        Map<Long, String> names =
                applicants.names(shown.stream().map(Application::applicantId).toList());
        Map<String, String> offices = units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        Map<String, List<Finding>> found =
                findings.standing(shown.stream().collect(Collectors.toMap(Application::id, Application::submissions)));
        Map<String, List<Opinion>> given =
                opinions.of(shown.stream().map(Application::id).toList());
        return shown.stream()
                .map(one -> new Line(
                        place(ranked, one.id()),
                        one,
                        names.get(one.applicantId()),
                        offices.get(one.unitId()),
                        priorities.computeIfAbsent(MeritOrder.facts(one), tables::priorities),
                        found.getOrDefault(one.id(), List.of()),
                        given.getOrDefault(one.id(), List.of()),
                        scores.get(one.id()),
                        why.getOrDefault(one.id(), "")))
                .sorted(Comparator.comparing(Line::sortKey))
                .toList();
    }

    /** The experts' scores by project, where panels of the unit's own level have closed. */
    private Map<String, Merit> scores(Recommendation list) {
        return merit.proposed(list.roundId(), units.get(list.unitId()).type(), list.quota()).order().stream()
                .filter(one -> one.score() != null)
                .collect(Collectors.toMap(Merit::applicationId, one -> one));
    }

    private static Integer place(List<String> ranked, String id) {
        return ranked.contains(id) ? ranked.indexOf(id) + 1 : null;
    }

    /**
     * One project of the page.
     *
     * @param place       place on the list; null if it is not on it
     * @param application project
     * @param applicant   the applicant's name
     * @param unit        name of the unit that it came through
     * @param priorities  sentences of the priority conditions that are met (R2.14)
     * @param findings    what the tables found at its last submission
     * @param opinions    what reviewers thought so far
     * @param merit       what experts scored; null where they have not
     * @param reason      why it is not on the list; empty where nobody has said
     */
    public record Line(
            Integer place,
            Application application,
            String applicant,
            String unit,
            List<String> priorities,
            List<Finding> findings,
            List<Opinion> opinions,
            Merit merit,
            String reason) {

        int sortKey() {
            return place == null ? Integer.MAX_VALUE : place;
        }
    }
}
