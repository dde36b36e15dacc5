package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MendEngineTest {

    private static final Matter LATE = new Matter(
            1,
            Fault.NOTHING_WAITS,
            "province-review/GD2026-00017",
            "2026",
            "province-review UserTask_ReviewProject",
            "",
            Instant.EPOCH,
            "补报",
            "operator",
            Instant.EPOCH);

    private final DepartmentReview department = mock();
    private final MendEngine mend = new MendEngine(mock(), mock(), mock(), mock(), mock(), mock(), department, mock());

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
}
