package cn.gdpilot.province;

import cn.gdpilot.duplicate.Candidate;
import cn.gdpilot.duplicate.DuplicatePairs;
import cn.gdpilot.duplicate.DuplicateSearch;
import cn.gdpilot.duplicate.DuplicateTable;
import cn.gdpilot.duplicate.DuplicateTable.Judgement;
import cn.gdpilot.duplicate.Evidence;
import cn.gdpilot.duplicate.Match;
import cn.gdpilot.identity.UnitType;
import cn.gdpilot.project.Application;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.project.Applications;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compares what the Department has reviewed with each other and with what goes past it, and keeps the pairs with their evidence. */
@Component
class DuplicateFinder {

    private static final Set<ApplicationState> REVIEWED = Set.of(ApplicationState.REVIEWED);
    private static final Set<ApplicationState> RECOMMENDED_ELSEWHERE =
            Set.of(ApplicationState.ACCEPTED, ApplicationState.RANKED, ApplicationState.RECOMMENDED);

    private final Applications applications;
    private final ProjectCandidates candidates;
    private final DuplicateSearch search;
    private final DuplicateTable table;
    private final DuplicatePairs pairs;

    DuplicateFinder(
            Applications applications,
            ProjectCandidates candidates,
            DuplicateSearch search,
            DuplicateTable table,
            DuplicatePairs pairs) {
        this.applications = applications;
        this.candidates = candidates;
        this.search = search;
        this.table = table;
        this.pairs = pairs;
    }

    /** Finds the pairs of a round as it stands now; pairs that are known already stay as they are. */
    void find(String roundId) {
        List<Application> own = applications.ofRound(roundId, REVIEWED);
        Set<String> ownIds = own.stream().map(Application::id).collect(Collectors.toSet());
        Stream<Application> others = applications.ofRound(roundId, RECOMMENDED_ELSEWHERE).stream()
                .filter(other -> other.channel() != UnitType.CITY);
        List<Candidate> all = Stream.concat(own.stream(), others).map(candidates::of).toList();
        String source = table.verdictSource();
        search.among(all, (first, second) -> ownIds.contains(first.id())).forEach(match -> judge(roundId, match, source));
    }

    private void judge(String roundId, Match match, String source) {
        Evidence evidence = match.evidence();
        Judgement judgement = table.judge(
                evidence.sameApplicant(),
                evidence.sameDirection(),
                evidence.similarity(),
                !match.first().channel().equals(match.second().channel()));
        if (judgement.needsPerson()) {
            pairs.add(roundId, match.first().id(), match.second().id(), evidence, judgement, source);
        }
    }
}
