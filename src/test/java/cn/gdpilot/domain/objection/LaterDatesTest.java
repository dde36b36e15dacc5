package cn.gdpilot.domain.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.publicity.HearingSettings;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A publicity of five working days and an objection to it; by the calendar of their day both run until 12-30. */
class LaterDatesTest extends DataTest {

    private static final Instant OPENED = Instant.parse("2026-12-23T02:00:00Z");
    private static final LocalDate BEGIN = LocalDate.of(2026, 12, 23);
    private static final LocalDate TOLD = LocalDate.of(2026, 12, 30);

    @Autowired
    private Publicities publicities;

    @Autowired
    private Objections objections;

    @Autowired
    private RecordBook book;

    private final WorkingDays calendar = mock();
    private final PilotClock clock = mock();
    private final ListDue lists = mock();
    private final LastPublicDay lastDay = mock();
    private final ApplicationEventPublisher events = mock();
    private Round round;
    private LaterDates dates;
    private Publicity list;
    private Objection objection;

    @BeforeEach
    void running() {
        round = givenRound();
        when(clock.now()).thenReturn(OPENED);
        when(lists.atMinistry(any(), any())).thenReturn(new Deadline(OPENED));
        when(calendar.after(any(), anyInt())).thenReturn(TOLD);
        Hearing hearing = hearing(5);
        dates = new LaterDates(publicities, objections, hearing, lastDay, book, events, clock, rounds);
        list = hearing.publish(round.id(), Unit.DEPARTMENT, List.of(), 5, new Actor("officer", Unit.DEPARTMENT));
        objection =
                hearing.objectToList(list.id(), null, new Said(null, "某人", "someone@example.org", "不实", Said.PUBLIC));
        when(clock.now()).thenReturn(OPENED.plusSeconds(3600));
    }

    @Test
    @DisplayName(
            "R4.5 a holiday entered later → end of the publicity and day of the answer move later, once, and are told")
    void later() {
        when(calendar.after(BEGIN, 5)).thenReturn(TOLD.plusDays(1));

        assertThat(dates.move()).containsExactly(round.id());

        assertThat(publicities.get(list.id()).endsAt()).isEqualTo(list.endsAt().plusSeconds(86_400));
        Objection moved = objections.get(objection.id());
        assertThat(moved.dueAt()).isEqualTo(objection.dueAt().plusSeconds(86_400));
        verify(events).publishEvent(new AnswerDueLater(moved));
        assertThat(dates.move()).isEmpty();
    }

    @Test
    @DisplayName(
            "R4.3 a holiday that moves a publicity past the last day for it → moves to that day, the wanted end is told")
    void bounded() {
        when(calendar.after(BEGIN, 5)).thenReturn(TOLD.plusDays(3));
        when(lastDay.of(round.id(), Unit.DEPARTMENT)).thenReturn(Optional.of(TOLD.plusDays(1)));

        dates.move();

        Publicity moved = publicities.get(list.id());
        assertThat(moved.endsAt()).isEqualTo(list.endsAt().plusSeconds(86_400));
        verify(events).publishEvent(new PublicityLater(moved, list.endsAt().plusSeconds(3 * 86_400), true));
    }

    @Test
    @DisplayName(
            "R4.3 a publicity that ends on the last day for it, or knowingly later → does not move, the wanted end is told")
    void boundPassed() {
        when(calendar.after(BEGIN, 5)).thenReturn(TOLD.plusDays(3));
        when(lastDay.of(round.id(), Unit.DEPARTMENT)).thenReturn(Optional.of(TOLD.minusDays(1)));

        dates.move();

        assertThat(publicities.get(list.id()).endsAt()).isEqualTo(list.endsAt());
        verify(events).publishEvent(new PublicityLater(list, list.endsAt().plusSeconds(3 * 86_400), false));
    }

    @Test
    @DisplayName("the round has become void → its publicity does not move, and nobody is told")
    void voidRound() {
        when(calendar.after(BEGIN, 5)).thenReturn(TOLD.plusDays(1));
        jdbc.sql("update objection set state = 'VOID' where id = :id")
                .param("id", objection.id())
                .update();
        jdbc.sql("update campaign_round set void_at = :at, open_year = null where id = :id")
                .param("at", PilotClock.timestamp(OPENED))
                .param("id", round.id())
                .update();

        assertThat(dates.move()).isEmpty();

        assertThat(publicities.get(list.id()).endsAt()).isEqualTo(list.endsAt());
        verifyNoInteractions(events);
    }

    @Test
    @DisplayName("both move → the objection is taken before its list, as an answer takes them")
    void inOrder() {
        when(calendar.after(BEGIN, 5)).thenReturn(TOLD.plusDays(1));
        Publicities lockedLists = mock(Publicities.class, delegatesTo(publicities));
        Objections movedObjections = mock(Objections.class, delegatesTo(objections));

        new LaterDates(lockedLists, movedObjections, hearing(5), lastDay, book, events, clock, rounds).move();

        InOrder steps = Mockito.inOrder(lockedLists, movedObjections);
        steps.verify(movedObjections).later(eq(objection.id()), any());
        steps.verify(lockedLists).lock(list.id());
    }

    @Test
    @DisplayName("R4.5 answers get more days by the setting → an open objection keeps the days that it had")
    void ownDays() {
        when(calendar.after(BEGIN, 10)).thenReturn(TOLD.plusDays(7));
        LaterDates raised = new LaterDates(publicities, objections, hearing(10), lastDay, book, events, clock, rounds);

        assertThat(raised.move()).isEmpty();

        assertThat(objections.get(objection.id()).dueAt()).isEqualTo(objection.dueAt());
    }

    @Test
    @DisplayName("R4.5 a make-up day that would shorten them → neither moves")
    void neverEarlier() {
        when(calendar.after(BEGIN, 5)).thenReturn(TOLD.minusDays(1));

        assertThat(dates.move()).isEmpty();

        assertThat(publicities.get(list.id()).endsAt()).isEqualTo(list.endsAt());
        assertThat(objections.get(objection.id()).dueAt()).isEqualTo(objection.dueAt());
        verifyNoInteractions(events);
    }

    @Test
    @DisplayName("R4.5 a publicity whose days are over, an answer that is overdue → do not begin again")
    void over() {
        when(clock.now()).thenReturn(list.endsAt());
        when(calendar.after(BEGIN, 5)).thenReturn(TOLD.plusDays(1));

        assertThat(dates.move()).isEmpty();
    }

    private Hearing hearing(int answerDays) {
        return new Hearing(
                publicities,
                objections,
                new HearingSettings(true, 30, 5, answerDays, 100),
                applications,
                null,
                calendar,
                null,
                lists,
                book,
                clock);
    }
}
