package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.Candidate;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateSearch;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.duplicate.DuplicateTable.Judgement;
import cn.gdpilot.domain.duplicate.Evidence;
import cn.gdpilot.domain.duplicate.Likenesses;
import cn.gdpilot.domain.duplicate.Match;
import cn.gdpilot.domain.duplicate.names.NameRuleBook;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares what the Department has reviewed with each other, with what goes past it, and with the pilots of earlier
 * rounds (R2.5), and keeps the pairs with their evidence.
 */
@Component
class DuplicateFinder implements Likenesses {

    private static final Set<ApplicationState> REVIEWED = Set.of(ApplicationState.REVIEWED);
    private static final Set<ApplicationState> RECOMMENDED_ELSEWHERE =
            Set.of(ApplicationState.ACCEPTED, ApplicationState.RANKED, ApplicationState.RECOMMENDED);

    private final Applications applications;
    private final PilotRegister register;
    private final ProjectCandidates candidates;
    private final DuplicateSearch search;
    private final DuplicateTable table;
    private final NameRuleBook rules;
    private final DuplicatePairs pairs;
    private final PilotClock clock;

    DuplicateFinder(
            Applications applications,
            PilotRegister register,
            ProjectCandidates candidates,
            DuplicateSearch search,
            DuplicateTable table,
            NameRuleBook rules,
            DuplicatePairs pairs,
            PilotClock clock) {
        this.applications = applications;
        this.register = register;
        this.candidates = candidates;
        this.search = search;
        this.table = table;
        this.rules = rules;
        this.pairs = pairs;
        this.clock = clock;
    }

    /** Finds the pairs of a round as it stands now; pairs that a person has decided stay as they are. */
    void find(String roundId) {
        Map<String, Application> own = applications.ofRound(roundId, REVIEWED).stream()
                .collect(Collectors.toMap(Application::id, Function.identity()));
        if (own.isEmpty()) {
            return;
        }
        String source = Texts.of("duplicate.source", table.verdictSource(), rules.source());
        for (Found found : found(roundId, own)) {
            Match match = found.match();
            if (found.pilot() == null) {
                pairs.add(
                        roundId, match.first().id(), match.second().id(), match.evidence(), found.judgement(), source);
            } else {
                pairs.addPilot(
                        roundId, match.first().id(), found.pilot().id(), match.evidence(), found.judgement(), source);
            }
        }
    }

    @Override
    public List<Likeness> of(String applicationId) {
        Application project = applications.get(applicationId);
        return found(project.roundId(), Map.of(project.id(), project)).stream()
                .filter(one -> one.pilot() == null
                        ? !pairs.heldApart(project.id(), one.match().second().id())
                        : !pairs.heldApart(project.id(), one.pilot().id()))
                .map(Found::likeness)
                .toList();
    }

    private List<Found> found(String roundId, Map<String, Application> own) {
        List<Candidate> all =
                new ArrayList<>(own.values().stream().map(candidates::of).toList());
        applications.ofRound(roundId, RECOMMENDED_ELSEWHERE).stream()
                .filter(other -> other.channel() != UnitType.CITY)
                .map(candidates::of)
                .forEach(all::add);
        Map<String, Pilot> pilots = pilots(own, all);
        List<Found> found = new ArrayList<>();
        for (Match match : search.among(all, (first, second) -> own.containsKey(first.id()))) {
            Judgement judgement = judge(match);
            if (!judgement.needsPerson()) {
                continue;
            }
            Pilot pilot = pilots.get(match.second().id());
            if (pilot == null) {
                found.add(new Found(match, judgement, null));
            } else if (pilot.runsBetween(appliedOn(own.get(match.first().id())), clock.today())) {
                Judgement told =
                        new Judgement(judgement.verdict(), Texts.of("duplicate.pilot-message", judgement.message()));
                found.add(new Found(match, told, pilot));
            }
        }
        return found;
    }

    /** The pilots whose term runs, or ran when the first of these applied; each is put among the candidates, too. */
    private Map<String, Pilot> pilots(Map<String, Application> own, List<Candidate> all) {
        LocalDate first = own.values().stream()
                .map(this::appliedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        List<Pilot> running = register.running(first, clock.today());
        Map<String, Application> led = applications.all(running.stream()
                .map(Pilot::applicationId)
                .filter(Objects::nonNull)
                .toList());
        Map<String, Pilot> byCandidate = new HashMap<>();
        for (Pilot pilot : running) {
            Candidate candidate = candidates.of(pilot, led.get(pilot.applicationId()));
            all.add(candidate);
            byCandidate.put(candidate.id(), pilot);
        }
        return byCandidate;
    }

    private Judgement judge(Match match) {
        Evidence evidence = match.evidence();
        return table.judge(
                evidence.sameApplicant(),
                evidence.sameDirection(),
                evidence.similarity(),
                !match.first().channel().equals(match.second().channel()));
    }

    /** The day that R2.5 counts by. */
    private LocalDate appliedOn(Application application) {
        return application.submittedAt() == null
                ? clock.today()
                : application.submittedAt().atZone(PilotClock.GUANGDONG).toLocalDate();
    }

    /**
     * Two that the table does not call distinct.
     *
     * @param match     both, the Department's own first
     * @param judgement the table's answer
     * @param pilot     the second; null where it is an application
     */
    private record Found(Match match, Judgement judgement, Pilot pilot) {

        Likeness likeness() {
            Candidate other = match.second();
            String number = pilot == null ? other.id() : Texts.of("duplicate.pilot-number", pilot.id());
            return new Likeness(number, other.projectName(), other.applicant(), judgement);
        }
    }
}
