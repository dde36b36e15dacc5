package cn.gdpilot.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.project.direction.AuthorityTable;
import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import cn.gdpilot.platform.engine.deployment.ModelDeployment;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A start with a list of directions and a table of who is in charge. */
class DirectionsAddUpTest {

    private final ModelDeployment models = mock(ModelDeployment.class);

    @Test
    @DisplayName("R1.2 a direction that the table does not know → refused, the direction named, and what to do")
    void unknown() {
        UnsafeStart refused = catchThrowableOfType(
                UnsafeStart.class,
                () -> start(code -> Optional.of(new Authority(true, false)).filter(one -> !code.equals("T01"))));

        assertThat(refused.problems())
                .anyMatch(line -> line.contains("“T01”没有主管部门"))
                .last()
                .asString()
                .contains("一并更换");
    }

    @Test
    @DisplayName("a table that waits for its release → started, so that somebody can release it")
    void waiting() {
        when(models.isWaiting("direction-authority.dmn")).thenReturn(true);

        assertThatCode(() -> start(code -> Optional.empty())).doesNotThrowAnyException();
    }

    private void start(AuthorityTable table) {
        new DirectionsAddUp(DirectionsFixture.list(), table, DirectionsFixture.totals(), models).check();
    }
}
