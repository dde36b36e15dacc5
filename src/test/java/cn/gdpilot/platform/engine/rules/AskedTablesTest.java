package cn.gdpilot.platform.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.platform.engine.tables.TableAnswer;
import cn.gdpilot.platform.engine.tables.TableAnswers;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

class AskedTablesTest extends DataTest {

    @Autowired
    PilotClock clock;

    @Test
    @DisplayName("a step has asked a table → its line names the step, the version and the rows that hit")
    void kept() {
        TableAnswers answers = mock();
        when(answers.of("video-length", Map.of("seconds", 400)))
                .thenReturn(new TableAnswer(
                        "视频时长", "video-length v3", "R2.12", List.of(), 0, List.of("Rule_2", "Rule_5"), false));
        ExecutionEntity step = mock();
        when(step.getProcessInstanceId()).thenReturn("instance-1");
        when(step.getActivityId()).thenReturn("BusinessRuleTask_CheckVideo");
        when(step.getProcessDefinition()).thenReturn(new ProcessDefinitionEntity());
        ObjectProvider<FurtherInputs> noFurther = mock();

        new AskedTables(provider(answers), jdbc, provider(clock), noFurther)
                .ask("video-length", Map.of("seconds", 400), step);

        assertThat(jdbc.sql(
                                "select step, table_version, rows_hit from table_asked where process_instance = 'instance-1'")
                        .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                        .list())
                .containsExactly(List.of("BusinessRuleTask_CheckVideo", "video-length v3", "Rule_2 Rule_5"));
    }

    private static <T> ObjectProvider<T> provider(T bean) {
        ObjectProvider<T> provider = mock();
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
