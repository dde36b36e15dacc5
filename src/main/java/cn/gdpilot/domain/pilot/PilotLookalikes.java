package cn.gdpilot.domain.pilot;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.Candidate;
import cn.gdpilot.domain.duplicate.DuplicateSearch;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.duplicate.DuplicateTable.Judgement;
import cn.gdpilot.domain.duplicate.Evidence;
import cn.gdpilot.domain.duplicate.Match;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Running pilots that a project may be, by whatever applicant and under whatever name (R2.5): a person decides. */
@Component
public class PilotLookalikes {

    private static final String REGISTER = "PILOT";

    private final PilotRegister register;
    private final DuplicateSearch search;
    private final DuplicateTable table;
    private final PilotClock clock;

    PilotLookalikes(PilotRegister register, DuplicateSearch search, DuplicateTable table, PilotClock clock) {
        this.register = register;
        this.search = search;
        this.table = table;
        this.clock = clock;
    }

    /** The pilots of today that the table duplicate-verdict would put before a person. */
    public List<Lookalike> of(Applicant applicant, Application application) {
        Map<String, Pilot> running = register.running(clock.today()).stream()
                .filter(pilot -> !application.id().equals(pilot.applicationId()))
                .collect(Collectors.toMap(pilot -> String.valueOf(pilot.id()), Function.identity()));
        if (running.isEmpty()) {
            return List.of();
        }
        List<Candidate> all = new ArrayList<>();
        all.add(new Candidate(
                application.id(),
                applicant.creditCode(),
                applicant.name(),
                application.projectName(),
                null,
                application.channel().name(),
                Set.of()));
        running.forEach((id, pilot) -> all.add(new Candidate(
                id, pilot.creditCode(), pilot.applicantName(), pilot.projectName(), null, REGISTER, Set.of())));
        return search.among(all, (one, other) -> one.id().equals(application.id())).stream()
                .flatMap(match -> lookalike(running, match).stream())
                .toList();
    }

    private Optional<Lookalike> lookalike(Map<String, Pilot> running, Match match) {
        Evidence evidence = match.evidence();
        Judgement judgement =
                table.judge(evidence.sameApplicant(), evidence.sameDirection(), evidence.similarity(), true);
        return judgement.needsPerson()
                ? Optional.of(
                        new Lookalike(running.get(match.second().id()), evidence.similarity(), judgement.message()))
                : Optional.empty();
    }

    /**
     * A running pilot that a project resembles.
     *
     * @param pilot      pilot
     * @param similarity of the names, 0..1
     * @param message    the table's sentence
     */
    public record Lookalike(Pilot pilot, double similarity, String message) {}
}
