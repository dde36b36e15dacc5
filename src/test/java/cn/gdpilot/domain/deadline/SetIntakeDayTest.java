package cn.gdpilot.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.closing.SubmissionWindow;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class SetIntakeDayTest extends DataTest {

    private static final String CITY = "city-440900";
    private static final Person HANDLER = new Person("handler", Set.of(CITY));
    private static final Person LEAD = new Person("lead", Set.of(CITY + "-lead"));

    @Autowired
    private Units offices;

    @Autowired
    private UnitDeadlines deadlines;

    @Autowired
    private IntakeDays days;

    @Autowired
    private RecordBook book;

    @Autowired
    private PilotClock clock;

    @Autowired
    private SubmissionWindow window;

    private final ApplicationEventPublisher events = mock();

    private Round round;
    private SetIntakeDay setting;

    @BeforeEach
    void openedJustNow() {
        round = givenRound();
        setting = within(Duration.ofDays(36_500));
    }

    private SetIntakeDay within(Duration within) {
        return new SetIntakeDay(rounds, offices, deadlines, days, book, clock, events, within);
    }

    private void set(String date) {
        setting.ask(round.id(), CITY, round.roundYear() + date, HANDLER);
        setting.decide(round.id(), CITY, days.of(round.id(), CITY).get(0).id(), true, LEAD);
    }

    private Deadline until() {
        return setting.until(round, CITY);
    }

    @Test
    @DisplayName("R4.6 handler asks, lead confirms → the unit's own day binds its applicants")
    void ownDay() {
        set("-12-04T17:30");

        assertThat(until().lastMoment()).isEqualTo(RoundDates.parse(round.roundYear() + "-12-04T17:30"));
        verify(events).publishEvent(any(IntakeDaySet.class));
    }

    @Test
    @DisplayName("R4.6 two days asked, the first asked is granted last → it binds")
    void grantedLast() {
        PilotClock moving = mock();
        IntakeDays own = new IntakeDays(jdbc, moving);
        when(moving.now()).thenReturn(clock.now());
        own.add(round.id(), CITY, RoundDates.parse(round.roundYear() + "-12-04T17:30"), "handler");
        own.add(round.id(), CITY, RoundDates.parse(round.roundYear() + "-12-06T17:30"), "handler");
        List<IntakeDay> asked = own.of(round.id(), CITY);

        own.decide(asked.get(0).id(), true, "lead");
        when(moving.now()).thenReturn(clock.now().plusSeconds(60));
        own.decide(asked.get(1).id(), true, "lead");

        assertThat(until().lastMoment()).isEqualTo(asked.get(1).lastMoment());
    }

    @Test
    @DisplayName("R4.6 asked, not confirmed → the notice's day stays")
    void notConfirmed() {
        setting.ask(round.id(), CITY, round.roundYear() + "-12-04T17:30", HANDLER);

        assertThat(until()).isEqualTo(round.city());
        verify(events, never()).publishEvent(any(IntakeDaySet.class));
        verify(events).publishEvent(any(DecisionAsked.class));
    }

    @Test
    @DisplayName("R4.6 later than the notice's day → refused")
    void afterNotice() {
        assertThatThrownBy(() -> set("-12-09T17:30")).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("R4.6 long after the opening → no earlier day, a later one up to the notice's")
    void onlyLater() {
        set("-12-04T17:30");
        setting = within(Duration.ofSeconds(-1_000_000_000));

        assertThatThrownBy(() -> set("-12-03T17:30")).isInstanceOf(Refusal.class);
        set("-12-07T17:30");

        assertThat(until().lastMoment()).isEqualTo(RoundDates.parse(round.roundYear() + "-12-07T17:30"));
    }

    @Test
    @DisplayName("R4.6 the person who asked signs as well → a second person decides")
    void samePerson() {
        Person both = new Person("both", Set.of(CITY, CITY + "-lead"));
        setting.ask(round.id(), CITY, round.roundYear() + "-12-04T17:30", both);
        long id = days.of(round.id(), CITY).get(0).id();

        assertThatThrownBy(() -> setting.decide(round.id(), CITY, id, true, both))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("R4.6 a draft after the unit's own day → refused; a correction → taken until the notice's day")
    void submission() {
        set("-12-04T17:30");
        var afterOwnDay = RoundDates.parse(round.roundYear() + "-12-05T09:00");
        String draft = givenApplication(round, CITY, ApplicationState.DRAFT);
        String returned = givenApplication(round, CITY, ApplicationState.RETURNED);

        Optional<Refusal> late = window.closedFor(applications.get(draft), afterOwnDay);

        assertThat(late).get().extracting(Refusal::rule).isEqualTo("R4.6");
        assertThat(window.closedFor(applications.get(returned), afterOwnDay)).isEmpty();
    }
}
