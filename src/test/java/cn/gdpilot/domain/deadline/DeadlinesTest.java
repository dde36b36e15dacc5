package cn.gdpilot.domain.deadline;

import static cn.gdpilot.domain.deadline.DeadlineFixture.CITY;
import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.MINISTRY;
import static cn.gdpilot.domain.deadline.DeadlineFixture.SHENZHEN;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.deadline;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.roundUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates that models ask for, by their names. */
class DeadlinesTest {

    private static final Instant LATER = at("12-15T17:30:00");

    private final Rounds rounds = mock(Rounds.class);
    private final UnitDeadlines units = mock(UnitDeadlines.class);
    private final UnitDates own = mock(UnitDates.class);
    private final PilotClock clock = mock(PilotClock.class);
    private final WorkingDays workingDays = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true);
    private final DueDates dates = new DueDates(
            workingDays, clock, new RoundDays(new RoundLists(new ReferenceFiles(Path.of("content/reference")))));
    private final IntakeDays intakes = mock();
    private final Deadlines deadlines = new Deadlines(
            rounds,
            units,
            own,
            intakes,
            dates,
            workingDays,
            clock,
            new RoundDays(new RoundLists(new ReferenceFiles(Path.of("content/reference")))),
            new OfferedDates(new ReferenceFiles(Path.of("content/reference"))));

    @BeforeEach
    void given() {
        when(rounds.get("2026")).thenReturn(round());
        when(clock.now()).thenReturn(at("11-29T09:00:00"));
        when(clock.today()).thenReturn(LocalDate.of(2026, 11, 29));
        when(intakes.orEarlier(any(), any(), any())).thenAnswer(asked -> asked.getArgument(2));
        when(units.kind(MAOMING.id())).thenReturn(DeadlineKind.CITY);
        when(units.kind(SHENZHEN.id())).thenReturn(DeadlineKind.MINISTRY);
    }

    @Test
    @DisplayName("R4.1 R4.3 a unit's list, its applications → the unit's own dates")
    void ofUnit() {
        when(units.delivery("2026", MAOMING.id())).thenReturn(new Deadline(LATER));
        when(units.submission(round(), MAOMING.id())).thenReturn(new Deadline(at(CITY)));

        assertThat(last(deadlines.ofUnit("2026", MAOMING.id()))).isEqualTo(LATER);
        assertThat(last(deadlines.ofSubmission("2026", MAOMING.id()))).isEqualTo(at(CITY));
    }

    @Test
    @DisplayName("R4.1 cities → the latest of those that report to the Department")
    void ofCities() {
        assertThat(last(deadlines.ofCities("2026"))).isEqualTo(at(CITY));

        when(own.all("2026")).thenReturn(Map.of(SHENZHEN.id(), at("12-25T17:30:00")));
        assertThat(last(deadlines.ofCities("2026"))).as("not Shenzhen's").isEqualTo(at(CITY));

        when(own.all("2026")).thenReturn(Map.of(MAOMING.id(), LATER, SHENZHEN.id(), at("12-25T17:30:00")));
        assertThat(last(deadlines.ofCities("2026"))).isEqualTo(LATER);
    }

    @ParameterizedTest(name = "cities until {0} → {1}")
    @CsvSource({
        "12-08T17:30:00, 12-14T17:30:00",
        "12-08T18:00:00, 12-14T18:00:00",
        "12-09T00:00:00, 12-15T00:00:00",
    })
    @DisplayName("R3.7 R4.5 the CA's review → five working days before its last day, at the round's end of work")
    void ofCommunications(String cities, String due) {
        when(rounds.get("2026")).thenReturn(roundUntil(cities));
        when(units.delivery("2026", Unit.COMMUNICATIONS)).thenReturn(new Deadline(at(MINISTRY)));

        assertThat(last(deadlines.ofCommunications("2026"))).isEqualTo(at(due));
    }

    @Test
    @DisplayName("R4.3 reviews → the province until the ministry's date, the ministry thirty days more")
    void ofReview() {
        when(units.delivery("2026", Unit.DEPARTMENT)).thenReturn(round().ministry());

        assertThat(last(deadlines.ofMinistry("2026"))).isEqualTo(at(MINISTRY));
        assertThat(last(deadlines.ofReview("2026", Unit.DEPARTMENT))).isEqualTo(at(MINISTRY));
        assertThat(last(deadlines.ofReview("2026", Unit.MINISTRY))).isEqualTo(Instant.parse("2027-01-19T16:00:00Z"));
    }

    @Test
    @DisplayName("the form of a new round → title and both dates of this year")
    void defaults() {
        assertThat(deadlines.defaultTitle()).contains("2026");
        assertThat(deadlines.defaultCity()).isEqualTo("2026-12-08T17:30");
        assertThat(deadlines.defaultMinistry()).isEqualTo("2026-12-20T24:00");
    }

    private static Instant last(DueDate date) {
        return date.deadline().lastMoment();
    }

    @Test
    @DisplayName("R4.6 a unit's own day 12-04 17:30 → a last call before it, and one before the notice's day")
    void ownDay() {
        when(units.delivery("2026", MAOMING.id())).thenReturn(new Deadline(at(CITY)));
        when(intakes.orEarlier("2026", MAOMING.id(), new Deadline(at(CITY)))).thenReturn(deadline("12-04T17:30:00"));

        assertThat(deadlines.ofUnit("2026", MAOMING.id()).lastCalls()).isEqualTo("R2/2026-12-04T15:30+08:00/PT345600S");
    }
}
