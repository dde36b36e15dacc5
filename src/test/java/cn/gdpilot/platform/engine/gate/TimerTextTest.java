package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as designers write them in Camunda Modeler. */
class TimerTextTest {

    @ParameterizedTest
    @DisplayName("what the engine reads passes")
    @CsvSource({
        "bpmn:timeDuration, PT2H",
        "bpmn:timeDuration, P1DT30M",
        "bpmn:timeDate, 2026-12-08T17:30:00+08:00",
        "bpmn:timeDate, 2026-12-08T17:30:00",
        "bpmn:timeDate, 2026-12-08",
        "bpmn:timeCycle, R3/P1D",
        "bpmn:timeCycle, R/2026-12-01T09:00:00/P1D",
        "bpmn:timeCycle, R2/2020-12-01T09:00:00/P1D",
        "bpmn:timeCycle, 0 0 9 * * ?"
    })
    void readable(String element, String text) {
        assertThat(TimerText.isReadable(element, text)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("what it cannot read does not")
    @CsvSource({
        "bpmn:timeDuration, 2小时",
        "bpmn:timeDuration, ''",
        "bpmn:timeDate, 12月8日",
        "bpmn:timeCycle, 每天",
        "bpmn:timeCycle, P1D extra"
    })
    void unreadable(String element, String text) {
        assertThat(TimerText.isReadable(element, text)).isFalse();
    }
}
