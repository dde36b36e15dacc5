package cn.gdpilot.desk.provincereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.provincereview.beside.ReviewsInHand;
import cn.gdpilot.domain.calendar.Rounds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.InOrder;

class ProvinceProjectsTest {

    private final Rounds rounds = mock();
    private final ReviewsInHand inHand = mock();
    private final ProvinceProjects projects = new ProvinceProjects(mock(), mock(), mock(), mock(), rounds, inHand);

    @ParameterizedTest(name = "late {0}, others are compared {1}: {2}")
    @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
    @DisplayName("R3.7 late pairs are settled while the others' are not → left to them for experts and checks")
    void leaveToOthers(boolean late, boolean compared, boolean left) {
        when(inHand.isBesideAnother("late")).thenReturn(late);
        when(inHand.othersAreCompared("late")).thenReturn(compared);

        assertThat(projects.leaveToOthers("2026", "late")).isEqualTo(left);
    }

    @Test
    @DisplayName("where the others stand is asked under the round's lock → they do not go on meanwhile")
    void locked() {
        when(inHand.isBesideAnother("late")).thenReturn(true);

        projects.leaveToOthers("2026", "late");

        InOrder steps = inOrder(rounds, inHand);
        steps.verify(rounds).lock("2026");
        steps.verify(inHand).othersAreCompared("late");
    }
}
