package cn.gdpilot.platform.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The engine's failures in a person's words. */
class EngineFailuresTest {

    @Test
    @DisplayName("FEEL cannot compute with an input → the inputs are at fault, not the system")
    void feel() {
        RuntimeException failure = new ProcessEngineException(
                "Exception while evaluating decision", new FeelException("failed to evaluate '2 ** 99999999999'"));

        RuntimeException told = EngineFailures.told(failure);

        assertThat(told).isInstanceOf(Refused.class).hasMessageContaining("决策表不能用这些输入求值");
    }
}
