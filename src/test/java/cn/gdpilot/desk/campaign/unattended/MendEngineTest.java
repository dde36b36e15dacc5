package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendEngineTest {

    private static final Matter LATE = matter("province-review/GD2026-00017", "province-review UserTask_ReviewProject");

    private final RuntimeService runtime = mock(RETURNS_DEEP_STUBS);
    private final UnitProcesses lists = mock();
    private final DepartmentReview department = mock();
    private final MendEngine mend = new MendEngine(mock(), runtime, mock(), mock(), mock(), lists, department, mock());

    @Test
    @DisplayName("late project, no review hears of it → refused, and not told as mended")
    void nothingBegun() {
        assertThatThrownBy(() -> mend.mend(LATE)).isInstanceOf(Refusal.class).hasMessageContaining("没有作任何改动");
    }

    @Test
    @DisplayName("late project, a review begins → mended")
    void begun() {
        when(department.beside("2026")).thenReturn(true);

        assertThatCode(() -> mend.mend(LATE)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "running: {0} → begun {1} times")
    @CsvSource({"1, 0", "0, 1"})
    @DisplayName("list of a lost round, mended with the round in the same moment → begun once")
    void begunMeanwhile(long running, int begun) {
        when(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("recommendation")
                        .processInstanceBusinessKey("2026/city-440300")
                        .count())
                .thenReturn(running);

        mend.mend(matter("2026/city-440300", "recommendation UserTask_RankProjects"));

        verify(lists, times(begun)).reopen("2026", "city-440300");
    }

    private static Matter matter(String subject, String expected) {
        return new Matter(
                1,
                Fault.NOTHING_WAITS,
                subject,
                "2026",
                expected,
                "",
                Instant.EPOCH,
                "备份恢复",
                "operator",
                Instant.EPOCH);
    }
}
