package cn.gdpilot.desk.application.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.project.Application;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of a list that arrived in time would come back, where another office decides. */
class ReinstatementTest {

    private final SelfCheck selfCheck = mock();
    private final ApplicationLetters letters = mock();
    private final ClosedWithList closed = mock();
    private final Application waits = mock();
    private final Application placeIsTaken = mock();
    private final ReopenedWindow window = new ReopenedWindow("2026", "city-440900", "收件章 12 号", null, true);
    private final Reinstatement reinstatement =
            new Reinstatement(mock(), mock(), mock(), selfCheck, mock(), letters, closed, mock());

    @BeforeEach
    void one() {
        when(waits.id()).thenReturn("GD2026-00001");
        when(selfCheck.exceedsLimits(placeIsTaken)).thenReturn(true);
    }

    @Test
    @DisplayName("R2.9 an applicant has used the place elsewhere → not told that a decision is awaited")
    void tells() {
        when(closed.of(window)).thenReturn(List.of(waits, placeIsTaken));

        assertThat(reinstatement.tellWaiting(window)).containsExactly("GD2026-00001");

        verify(letters).waiting(waits, window);
        verify(letters, never()).waiting(eq(placeIsTaken), any());
    }

    @Test
    @DisplayName("R2.9 all have used their places elsewhere → nothing for which a list is taken back")
    void nothingWaits() {
        when(closed.of(window)).thenReturn(List.of(placeIsTaken));
        assertThat(reinstatement.any(window)).isFalse();

        when(closed.of(window)).thenReturn(List.of(placeIsTaken, waits));
        assertThat(reinstatement.any(window)).isTrue();
    }
}
