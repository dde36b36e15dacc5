package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.shortlist.RankingChanges;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What has become of a list since its order was settled, so that nobody signs another than was ranked. */
@Component
public class ListChanges {

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
                ? Texts.of(
                        "signing.changed",
                        withdrawn(list),
                        recommendations.ranked(list).size())
                : null;
    }

    /** Which projects were withdrawn since a person last changed the list, in words; empty if none. */
    public String withdrawn(Recommendation list) {
        Instant last =
                changes.latest(list).map(RankingChanges.Change::changedAt).orElse(Instant.EPOCH);
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
        ApplicationState listed =
                list.unitId().equals(Unit.DEPARTMENT) ? ApplicationState.REVIEWED : ApplicationState.RANKED;
        List<TimelineEntry> steps = timeline.of(id);
        TimelineEntry end = steps.get(steps.size() - 1);
        return !end.at().isBefore(last) && listed.name().equals(end.fromState());
    }
}
