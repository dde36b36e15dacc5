package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.pending.AskedApart;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.instances.Instances;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginAnewTest {

    private static final String PANEL = "GD2026-00017/dept-44";

    private final Instances instances = mock();
    private final UnitProcesses lists = mock();
    private final DepartmentReview department = mock();
    private final AskedApart experts = mock();
    private final BeginAnew anew =
            new BeginAnew(instances, mock(), mock(), lists, department, mock(), mock(), List.of(experts));

    @Test
    @DisplayName("late project, no review hears of it → refused, and not told as mended")
    void nothingBegun() {
        assertThatThrownBy(this::late).isInstanceOf(Refusal.class).hasMessageContaining("没有作任何改动");
    }

    @Test
    @DisplayName("late project, a review begins → mended")
    void begun() {
        when(department.beside("2026")).thenReturn(true);

        assertThatCode(this::late).doesNotThrowAnyException();
    }

    private void late() {
        anew.begin(Flow.PROVINCE_REVIEW, "2026", "GD2026-00017");
    }

    @ParameterizedTest(name = "running: {0} → begun {1} times")
    @CsvSource({"true, 0", "false, 1"})
    @DisplayName("list of a lost round, mended with the round in the same moment → begun once")
    void begunMeanwhile(boolean running, int begun) {
        when(instances.isRunning("recommendation", "2026/city-440300")).thenReturn(running);

        anew.begin(Flow.RECOMMENDATION, "2026", "2026/city-440300");

        verify(lists, times(begun)).reopen("2026", "city-440300");
    }

    @ParameterizedTest(name = "awaited: {0}, running: {1} → asked {2} times")
    @CsvSource({"true, false, 1", "true, true, 0", "false, false, 0"})
    @DisplayName("R3.5 lost review by experts → asked again, unless it is asked or answered meanwhile")
    void askedAgain(boolean awaited, boolean running, int asked) {
        when(experts.process()).thenReturn("expert-review");
        when(experts.awaited("2026")).thenReturn(awaited ? List.of(PANEL) : List.of());
        when(instances.isRunning("expert-review", PANEL)).thenReturn(running);

        anew.begin(Flow.EXPERT_REVIEW, "2026", PANEL);

        verify(experts, times(asked)).askAgain("2026", PANEL);
    }
}
