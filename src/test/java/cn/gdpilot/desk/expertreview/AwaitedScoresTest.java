package cn.gdpilot.desk.expertreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.RunningReviews;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.platform.engine.instances.Instances;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R3.5 R3.8 experts' scores are awaited until the panel is closed. */
class AwaitedScoresTest {

    private static final String ROUND = "2026";
    private static final String OPEN = "GD2026-00001";
    private static final String CLOSED = "GD2026-00002";
    private static final String UNASKED = "GD2026-00003";

    private final Panels panels = mock();
    private final Applications applications = mock();
    private final DuplicatePairs pairs = mock();
    private final LiftedDuplicates lifted = mock();
    private final RunningReviews reviews = mock();
    private final Instances instances = mock();
    private final AwaitedScores scores =
            new AwaitedScores(panels, applications, pairs, lifted, reviews, instances, mock());

    @BeforeEach
    void reviewed() {
        List<Application> all = List.of(project(OPEN), project(CLOSED), project(UNASKED));
        when(applications.ofRound(ROUND, Set.of(ApplicationState.REVIEWED))).thenReturn(all);
        when(panels.of(ROUND, UnitType.DEPARTMENT))
                .thenReturn(List.of(panel(OPEN, null), panel(CLOSED, Instant.EPOCH)));
    }

    @Test
    @DisplayName("R3.5 open panel → awaited; a closed one, and a project that was never given to experts → not")
    void open() {
        assertThat(scores.awaited(ROUND)).containsExactly(OPEN + "/dept-44");
        assertThat(scores.words(OPEN + "/dept-44")).isEqualTo(OPEN + " 的省厅专家评审");
    }

    @Test
    @DisplayName("R3.5 given to experts, and lost before anybody was appointed → awaited")
    void lostEarly() {
        when(instances.begunAmong(eq("expert-review"), any())).thenReturn(Set.of(UNASKED + "/dept-44"));

        assertThat(scores.awaited(ROUND)).containsExactly(OPEN + "/dept-44", UNASKED + "/dept-44");
    }

    @Test
    @DisplayName("R3.7 undecided pair, or the review comes to the experts by itself → left to it")
    void leftToTheReview() {
        when(pairs.undecided(ROUND)).thenReturn(Set.of(OPEN));
        assertThat(scores.awaited(ROUND)).isEmpty();

        when(pairs.undecided(ROUND)).thenReturn(Set.of());
        when(reviews.hasExpertsAhead(ROUND)).thenReturn(true);
        assertThat(scores.awaited(ROUND)).isEmpty();

        when(reviews.hasExpertsAhead(ROUND)).thenReturn(false);
        when(lifted.waiting(ROUND)).thenReturn(true);
        assertThat(scores.awaited(ROUND)).isEmpty();
    }

    @Test
    @DisplayName("R3.8 the ministry's open panel → awaited while its project is alive")
    void ministry() {
        when(pairs.undecided(ROUND)).thenReturn(Set.of(OPEN));
        when(panels.of(ROUND, UnitType.MINISTRY)).thenReturn(List.of(panel(CLOSED, null)));
        Application alive = project(CLOSED);
        when(applications.get(CLOSED)).thenReturn(alive);

        when(alive.state()).thenReturn(ApplicationState.FORWARDED);
        assertThat(scores.awaited(ROUND)).containsExactly(CLOSED + "/ministry");

        when(alive.state()).thenReturn(ApplicationState.WITHDRAWN);
        assertThat(scores.awaited(ROUND)).isEmpty();
    }

    private static Application project(String id) {
        Application project = mock();
        when(project.id()).thenReturn(id);
        return project;
    }

    private static Panel panel(String applicationId, Instant closed) {
        return new Panel(1, ROUND, UnitType.DEPARTMENT, applicationId, Instant.EPOCH, closed, null, null);
    }
}
