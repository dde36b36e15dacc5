package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Unattended.Key;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.pending.AskedApart;
import cn.gdpilot.domain.pending.PendingMatters;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks whether each live application has one thing that waits for it, and nothing waits for what is over. Changes nothing. */
@Component
public class UnattendedCheck {

    private final Rounds rounds;
    private final PendingMatters matters;
    private final Recommendations recommendations;
    private final Applications applications;
    private final Closings closings;
    private final EngineWork engine;
    private final LostBranches branches;
    private final List<AskedApart> asked;

    UnattendedCheck(
            Rounds rounds,
            PendingMatters matters,
            Recommendations recommendations,
            Applications applications,
            Closings closings,
            EngineWork engine,
            LostBranches branches,
            List<AskedApart> asked) {
        this.asked = asked;
        this.branches = branches;
        this.rounds = rounds;
        this.matters = matters;
        this.recommendations = recommendations;
        this.applications = applications;
        this.closings = closings;
        this.engine = engine;
    }

    /** What it finds, a line each; for tests and logs. */
    public List<String> lines() {
        return look().stream().map(Unattended::toString).toList();
    }

    /** The matters on which domain and engine disagree. What only the first of two looks shows was a step in hand. */
    List<Unattended> look() {
        Collection<Unattended> first = once();
        if (first.isEmpty()) {
            return List.of();
        }
        Set<Key> seen = first.stream().map(Unattended::key).collect(Collectors.toSet());
        return once().stream().filter(one -> seen.contains(one.key())).toList();
    }

    private Collection<Unattended> once() {
        boolean closing = closings.waiting() > 0;
        List<RoundMatters> known = rounds.all().stream()
                .map(round -> new RoundMatters(
                        round.id(),
                        !round.open(),
                        matters.of(round.id()),
                        recommendations.ofRound(round.id()),
                        round.open() ? branches.of(round.id()) : Set.of(),
                        asked.stream()
                                .collect(Collectors.toMap(
                                        one -> Flow.of(one.process()), one -> one.awaited(round.id())))))
                .toList();
        Work work = engine.read();
        return new Comparison(known, work, states(work), closing || work.following() || closings.waiting() > 0)
                .faults();
    }

    private Map<String, ApplicationState> states(Work work) {
        Set<String> named = Stream.concat(
                        work.items().stream().map(Work.Item::applicationId),
                        work.instances().stream()
                                .map(Work.Instance::businessKey)
                                .filter(key -> key != null)
                                .map(key -> key.split("/", 2)[0]))
                .collect(Collectors.toSet());
        return applications.all(named).values().stream().collect(Collectors.toMap(Application::id, Application::state));
    }
}
