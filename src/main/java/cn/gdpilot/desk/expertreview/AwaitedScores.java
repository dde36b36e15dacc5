package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.RunningReviews;
import cn.gdpilot.domain.pending.AskedApart;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.instances.Instances;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The projects of which experts' scores are awaited (R3.5, R3.8); no list is signed and nothing selected before they are in. */
@Component
class AwaitedScores implements AskedApart {

    private final Panels panels;
    private final Applications applications;
    private final DuplicatePairs pairs;
    private final LiftedDuplicates lifted;
    private final RunningReviews reviews;
    private final Instances instances;
    private final ExpertProcess process;

    AwaitedScores(
            Panels panels,
            Applications applications,
            DuplicatePairs pairs,
            LiftedDuplicates lifted,
            RunningReviews reviews,
            Instances instances,
            ExpertProcess process) {
        this.panels = panels;
        this.applications = applications;
        this.pairs = pairs;
        this.lifted = lifted;
        this.reviews = reviews;
        this.instances = instances;
        this.process = process;
    }

    @Override
    public String process() {
        return ExpertProcess.KEY;
    }

    @Override
    public List<String> awaited(String roundId) {
        return Stream.concat(forDepartment(roundId).stream(), forMinistry(roundId).stream())
                .toList();
    }

    /** What the review will ask by itself is left to it. */
    private List<String> forDepartment(String roundId) {
        List<Application> reviewed = applications.ofRound(roundId, Set.of(ApplicationState.REVIEWED));
        if (reviewed.isEmpty() || lifted.waiting(roundId) || reviews.hasExpertsAhead(roundId)) {
            return List.of();
        }
        Set<String> undecided = pairs.undecided(roundId);
        Map<String, Panel> known = panels.of(roundId, UnitType.DEPARTMENT).stream()
                .collect(Collectors.toMap(Panel::applicationId, Function.identity()));
        List<String> ids = reviewed.stream()
                .map(Application::id)
                .filter(id -> !undecided.contains(id))
                .toList();
        List<String> open = ids.stream()
                .filter(id -> known.containsKey(id) && !known.get(id).closed())
                .map(id -> key(id, Unit.DEPARTMENT))
                .toList();
        // An instance may be lost before it has appointed anybody.
        Set<String> early = instances.begunAmong(
                process(),
                ids.stream()
                        .filter(id -> !known.containsKey(id))
                        .map(id -> key(id, Unit.DEPARTMENT))
                        .toList());
        return Stream.concat(open.stream(), early.stream()).sorted().toList();
    }

    private List<String> forMinistry(String roundId) {
        List<String> open = panels.of(roundId, UnitType.MINISTRY).stream()
                .filter(panel -> !panel.closed())
                .map(Panel::applicationId)
                .toList();
        return open.stream()
                .filter(id -> !applications.get(id).state().over())
                .map(id -> key(id, Unit.MINISTRY))
                .toList();
    }

    private static String key(String applicationId, String unit) {
        return applicationId + "/" + unit;
    }

    @Override
    public String words(String key) {
        return Texts.of(
                unit(key).equals(Unit.MINISTRY) ? "panel.awaited-ministry" : "panel.awaited-department", project(key));
    }

    @Override
    public void askAgain(String roundId, String key) {
        process.begin(roundId, project(key), unit(key));
    }

    private static String project(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static String unit(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
