package cn.gdpilot.desk.ministryreview;

import static cn.gdpilot.domain.deadline.DeadlineFixture.SHENZHEN;
import static cn.gdpilot.domain.deadline.DeadlineFixture.list;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NothingAddedOnceSelectedTest {

    private static final Upheld UPHELD = new Upheld(
            Reversal.RECOMMENDED_LATE, "2026", SHENZHEN.id(), "GD2026-00001", "属实", new Actor("lead", SHENZHEN.id()));

    private final Selections selections = mock();
    private final Recommendations recommendations = mock();
    private final Rounds rounds = mock();
    private final NothingAddedOnceSelected rule = new NothingAddedOnceSelected(selections, recommendations, rounds);

    @BeforeEach
    void listAtTheMinistry() {
        when(recommendations.get("2026", SHENZHEN.id()))
                .thenReturn(list(SHENZHEN, State.ARRIVED, DeadlineKind.MINISTRY));
        when(rounds.lock("2026")).thenReturn(round());
        when(selections.of("2026")).thenReturn(List.of());
    }

    @Test
    @DisplayName("R3.8 ministry's lead has decided to select none → nothing is added")
    void none() {
        when(selections.decided("2026")).thenReturn(true);

        assertThatThrownBy(() -> rule.check(UPHELD)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("R3.8 no decision stands → a project may be added")
    void undecided() {
        assertThat(rule.check(UPHELD)).isEqualTo(Plan.NOTHING);
    }
}
