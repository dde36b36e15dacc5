package cn.gdpilot.platform.engine.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine is told of a form's answers. */
class TaskFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                CaseVariables.UNIT,
                CaseVariables.APPLICATION_ID,
                CaseVariables.PAIR_ID,
                "checkKey",
                "publicityDays"
            })
    @DisplayName("an answer under the name of a key of the case → not written, the others are")
    void key(String key) {
        assertThat(TaskForms.fleeting(Map.of(key, "dept-44", "note", "x"), null))
                .containsOnlyKeys("note", CaseVariables.OUTCOME);
    }

    @Test
    @DisplayName("an answer → transient, and no outcome where none was decided")
    void passing() {
        var answers = TaskForms.fleeting(Map.of("note", "x"), null);

        assertThat(answers.getValueTyped("note").isTransient()).isTrue();
        assertThat(answers).containsEntry(CaseVariables.OUTCOME, null);
    }
}
