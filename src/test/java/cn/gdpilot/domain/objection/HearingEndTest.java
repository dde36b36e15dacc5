package cn.gdpilot.domain.objection;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.objection.Objection.Effect;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The system ends a publicity, and asks a lead, only where the tables call for it. */
class HearingEndTest {

    private static final Instant END = Instant.parse("2026-12-16T16:00:00Z");
    private static final long ID = 7;

    private final Publicities publicities = mock();
    private final Objections objections = mock();
    private final RecordBook book = mock();
    private final PilotClock clock = mock();
    private final Hearing hearing =
            new Hearing(publicities, objections, null, null, null, null, null, null, book, clock);

    @BeforeEach
    void open() {
        when(publicities.lock(ID)).thenReturn(list(null));
        when(clock.now()).thenReturn(END);
    }

    @Test
    @DisplayName("a publicity whose days are over, all answered → closed")
    void over() {
        hearing.close(list(null));

        verify(publicities).close(ID, END);
        verify(book).write(any());
    }

    @Test
    @DisplayName("a publicity a millisecond before its end → refused")
    void early() {
        when(clock.now()).thenReturn(END.minusMillis(1));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> hearing.close(list(null)));

        verify(publicities, never()).close(anyLong(), any());
    }

    @Test
    @DisplayName("a publicity whose days are over, one objection open → refused")
    void unanswered() {
        when(objections.open(ID)).thenReturn(1);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> hearing.close(list(null)));
    }

    @Test
    @DisplayName("a publicity that is closed → again changes nothing")
    void again() {
        when(publicities.lock(ID)).thenReturn(list(END));

        hearing.close(list(END));

        verify(book, never()).write(any());
    }

    @Test
    @DisplayName(
            "R3.5 deadline has ended the publicity's process, last objection answered → publicity closed all the same")
    void closedByTheLastAnswer() {
        when(objections.open(ID)).thenReturn(1);
        hearing.closeIfOver(ID);
        verify(publicities, never()).close(anyLong(), any());

        when(objections.open(ID)).thenReturn(0);
        hearing.closeIfOver(ID);
        verify(publicities).close(ID, END);
    }

    @Test
    @DisplayName("R3.5 objection to the public list unanswered → the Department's list is not signed, it is named")
    void unansweredBeforeSigning() {
        when(publicities.ofRound("2026")).thenReturn(List.of(list(null)));
        when(objections.ofUnit("2026", "dept-44")).thenReturn(List.of(objection(Objection.State.OPEN, null, null)));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> hearing.holdHeard("2026", "dept-44"))
                .withMessageContaining("YY-00000007");
    }

    @Test
    @DisplayName("R3.5 publicity a millisecond before its end → not signed; over and answered → signed")
    void publicBeforeSigning() {
        when(publicities.ofRound("2026")).thenReturn(List.of(list(null)));
        when(clock.now()).thenReturn(END.minusMillis(1));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> hearing.holdHeard("2026", "dept-44"))
                .withMessageContaining("公示期满");

        when(clock.now()).thenReturn(END);
        assertThatNoException().isThrownBy(() -> hearing.holdHeard("2026", "dept-44"));
    }

    @Test
    @DisplayName(
            "R3.5 another list followed before the end of the first → not published until the days of both are over")
    void followedBeforeItsEnd() {
        Publicity newer = new Publicity(8, "2026", "dept-44", "officer", END, END.minusSeconds(60), null);
        when(publicities.ofRound("2026")).thenReturn(List.of(newer, list(null)));
        when(clock.now()).thenReturn(END.minusSeconds(1));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> hearing.holdHeard("2026", "dept-44"))
                .withMessageContaining("公示期满");
    }

    @ParameterizedTest(name = "{0}, organised {1}, once public {2} → {3}")
    @CsvSource({
        "dept-44,  true,  true,  true",
        "dept-44,  true,  false, false",
        "ministry, true,  true,  false",
        "dept-44,  false, false, true",
        "ministry, false, false, true"
    })
    @DisplayName("R3.5 list made public no further → kept with grounds, where the office may")
    void forgone(String unit, boolean organised, boolean oncePublic, boolean may) {
        when(publicities.organised("2026", unit)).thenReturn(organised);
        when(publicities.newest("2026", unit)).thenReturn(oncePublic ? Optional.of(list(END)) : Optional.empty());
        Actor officer = new Actor("officer", unit);

        if (may) {
            hearing.forgo("2026", unit, "来不及", officer);
            verify(publicities).forgo("2026", unit, "来不及", "officer", END);
            verify(book).write(RecordEvent.of(officer, "publicity.forgone", "2026/" + unit, "来不及"));
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> hearing.forgo("2026", unit, "来不及", officer))
                    .withMessageContaining("须公示");
        }
    }

    @ParameterizedTest(name = "{0}, {1}, decided {2} → asked: {3}")
    @CsvSource({
        "UPHELD,    PUT_BACK, false, true",
        "UPHELD,    PUT_BACK, true,  false",
        "UPHELD,    NONE,     false, false",
        "DISMISSED, NONE,     false, false",
        "OPEN,      ,         false, false"
    })
    @DisplayName("the lead is asked only where an officer has answered that the project is put back")
    void lead(Objection.State state, Effect effect, boolean decided, boolean asked) {
        when(objections.get(ID)).thenReturn(objection(state, effect, decided ? END : null));

        if (asked) {
            assertThatNoException().isThrownBy(() -> hearing.askLead(ID));
            verify(objections).askLead(ID);
        } else {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> hearing.askLead(ID));
        }
    }

    private static Publicity list(Instant closedAt) {
        return new Publicity(ID, "2026", "dept-44", "dept-44", END.minusSeconds(9), END, closedAt);
    }

    private static Objection objection(Objection.State state, Effect effect, Instant remediedAt) {
        return new Objection(
                ID,
                "2026",
                "city-440400",
                ID,
                "GD2026-00001",
                null,
                null,
                "张三",
                "z@example.org",
                "public",
                "有误",
                END,
                END,
                state,
                effect,
                null,
                null,
                null,
                null,
                null,
                null,
                remediedAt,
                null);
    }
}
