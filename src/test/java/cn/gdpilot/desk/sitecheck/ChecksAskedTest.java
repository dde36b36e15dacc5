package cn.gdpilot.desk.sitecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.opinion.RunningReviews;
import cn.gdpilot.platform.engine.instances.Instances;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R3.5 a check that was asked for is awaited until it has a result. */
class ChecksAskedTest {

    private static final String ASKED = "GD2026-00017/SITE_VISIT";
    private static final String NEVER_ASKED = "GD2026-00018/SITE_VISIT";

    private final CheckDesk desk = mock();
    private final LiftedDuplicates lifted = mock();
    private final RunningReviews reviews = mock();
    private final Instances instances = mock();
    private final ChecksAsked checks = new ChecksAsked(desk, lifted, reviews, instances, mock());

    @BeforeEach
    void due() {
        when(desk.allDue("2026")).thenReturn(List.of(ASKED, NEVER_ASKED));
        when(instances.begunAmong("site-check", List.of(ASKED, NEVER_ASKED))).thenReturn(Set.of(ASKED));
    }

    @Test
    @DisplayName("R3.5 asked and without a result → awaited; switched on when the project was through → not")
    void awaited() {
        assertThat(checks.awaited("2026")).containsExactly(ASKED);
        assertThat(checks.withoutResult("2026")).containsExactly("GD2026-00017 的现场核查");
    }

    @Test
    @DisplayName("R3.5 the review comes to the check by itself → left to it, and still without a result")
    void leftToTheReview() {
        when(reviews.hasChecksAhead("2026")).thenReturn(true);

        assertThat(checks.awaited("2026")).isEmpty();
        assertThat(checks.withoutResult("2026")).hasSize(1);
    }

    @Test
    @DisplayName("R3.7 a duplicate that is none any more waits for the review → left to it")
    void lifted() {
        when(lifted.waiting("2026")).thenReturn(true);

        assertThat(checks.awaited("2026")).isEmpty();
    }
}
