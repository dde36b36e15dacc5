package cn.gdpilot.desk.recommendation.ranking;

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
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the facts about all candidates of a list at once: a list may have hundreds. */
@Component
class CandidateFacts {

    private final Applicants applicants;
    private final Units units;
    private final EligibilityTables tables;
    private final Findings findings;
    private final Opinions opinions;
    private final MeritOrder merit;

    CandidateFacts(
            Applicants applicants,
            Units units,
            EligibilityTables tables,
            Findings findings,
            Opinions opinions,
            MeritOrder merit) {
        this.applicants = applicants;
        this.units = units;
        this.tables = tables;
        this.findings = findings;
        this.opinions = opinions;
        this.merit = merit;
    }

    /** The facts about these projects of the list, by their numbers. */
    Map<String, Known> of(Recommendation list, List<Application> projects) {
        // Sixteen combinations at most: the table is asked once for each.
        Map<PriorityFacts, List<String>> priorities = new HashMap<>();
        Map<String, Merit> scores = scores(list);
        Map<Long, String> names =
                applicants.names(projects.stream().map(Application::applicantId).toList());
        Map<String, String> offices = units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        Map<String, List<Finding>> found = findings.standing(
                projects.stream().collect(Collectors.toMap(Application::id, Application::submissions)));
        Map<String, List<Opinion>> given =
                opinions.of(projects.stream().map(Application::id).toList());
        return projects.stream()
                .collect(Collectors.toMap(
                        Application::id,
                        one -> new Known(
                                names.get(one.applicantId()),
                                offices.get(one.unitId()),
                                priorities.computeIfAbsent(MeritOrder.facts(one), tables::priorities),
                                found.getOrDefault(one.id(), List.of()),
                                given.getOrDefault(one.id(), List.of()),
                                scores.get(one.id()))));
    }

    /** The experts' scores by project, where panels of the unit's own level have closed. */
    private Map<String, Merit> scores(Recommendation list) {
        return merit.proposed(list.roundId(), units.get(list.unitId()).type(), list.quota()).order().stream()
                .filter(one -> one.score() != null)
                .collect(Collectors.toMap(Merit::applicationId, one -> one));
    }

    /**
     * The facts about a candidate.
     *
     * @param applicant  the applicant's name
     * @param unit       name of the unit that it came through
     * @param priorities sentences of the priority conditions that are met (R2.14)
     * @param findings   what the tables found at its last submission
     * @param opinions   what reviewers thought so far
     * @param merit      what experts scored; null where they have not
     */
    record Known(
            String applicant,
            String unit,
            List<String> priorities,
            List<Finding> findings,
            List<Opinion> opinions,
            Merit merit) {}
}
