package cn.gdpilot.recommendation;

import cn.gdpilot.audit.Timeline;
import cn.gdpilot.audit.TimelineEntry;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.project.Application;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.project.Applications;
import cn.gdpilot.quota.RankingChanges;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import cn.gdpilot.wording.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What has become of a list since its order was settled, so that nobody signs another than was ranked. */
@Component
class ListChanges {

    private static final Set<ApplicationState> WITHDRAWN = Set.of(ApplicationState.WITHDRAWN);

    private final Recommendations recommendations;
    private final RankingChanges changes;
    private final Applications applications;
    private final Timeline timeline;

    ListChanges(Recommendations recommendations, RankingChanges changes, Applications applications, Timeline timeline) {
        this.recommendations = recommendations;
        this.changes = changes;
        this.applications = applications;
        this.timeline = timeline;
    }

    /** Says what is different and asks to rank again; null while the list is as it was settled, or not yet settled. */
    String told(Recommendation list) {
        return list.state() == Recommendation.State.RANKED && list.changedSinceSettled()
                ? Texts.of("signing.changed", withdrawn(list), recommendations.ranked(list).size())
                : null;
    }

    /** Which projects were withdrawn since a person last changed the list, in words; empty if none. */
    String withdrawn(Recommendation list) {
        Instant last = changes.latest(list).map(RankingChanges.Change::changedAt).orElse(Instant.EPOCH);
        return candidates(list).stream()
                .filter(project -> leftTheList(list, project.id(), last))
                .map(project -> Texts.of("signing.withdrawn", project.id(), project.projectName()))
                .collect(Collectors.joining());
    }

    private List<Application> candidates(Recommendation list) {
        return list.unitId().equals(Unit.DEPARTMENT)
                ? applications.ofRound(list.roundId(), WITHDRAWN)
                : applications.ofUnit(list.roundId(), list.unitId(), WITHDRAWN);
    }

    /** Before the Department's list a project is reviewed and stays so, before others it is ranked. */
    private boolean leftTheList(Recommendation list, String id, Instant last) {
        ApplicationState listed = list.unitId().equals(Unit.DEPARTMENT) ? ApplicationState.REVIEWED : ApplicationState.RANKED;
        List<TimelineEntry> steps = timeline.of(id);
        TimelineEntry end = steps.get(steps.size() - 1);
        return !end.at().isBefore(last) && listed.name().equals(end.fromState());
    }
}
