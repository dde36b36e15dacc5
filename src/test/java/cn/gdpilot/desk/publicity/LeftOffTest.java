package cn.gdpilot.desk.publicity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two projects pass their review while the officer fills in the list. */
class LeftOffTest {

    private static final Actor OFFICER = new Actor("dept-44", "dept-44");
    private static final String FIRST = "GD2026-00017";
    private static final String SECOND = "GD2026-00018";

    private final Applications applications = mock();
    private final RecordBook book = mock();
    private final LeftOff left = new LeftOff(applications, book);

    @BeforeEach
    void proposed() {
        Application project = mock();
        when(project.id()).thenReturn(SECOND);
        when(project.projectName()).thenReturn("中药饮片分拣");
        when(applications.get(SECOND)).thenReturn(project);
    }

    @Test
    @DisplayName("R3.5 one that is proposed neither on the list nor left off with a reason → refused, it is named")
    void silent() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> hold(List.of(FIRST), null))
                .withMessageContainingAll(SECOND, "中药饮片分拣", "不列入的理由");
        verify(book, never()).write(any());
    }

    @Test
    @DisplayName("R3.5 both on the list → nothing to say")
    void listed() {
        hold(List.of(SECOND, FIRST), null);

        verify(book, never()).write(any());
    }

    @Test
    @DisplayName("R3.5 left off with a reason → taken, the reason is in the record")
    void leftOff() {
        hold(List.of(FIRST), SECOND + "：尚待现场核查");

        verify(book).write(RecordEvent.of(OFFICER, "publicity.left-off", SECOND, "尚待现场核查"));
    }

    private void hold(List<String> list, String whyLeftOff) {
        left.hold(List.of(FIRST, SECOND), list, whyLeftOff, OFFICER);
    }
}
