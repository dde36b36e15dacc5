package cn.gdpilot.domain.deadline;

import static cn.gdpilot.domain.deadline.DeadlineFixture.COMMUNICATIONS;
import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.SHENZHEN;
import static cn.gdpilot.domain.deadline.DeadlineFixture.ZHANJIANG;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.quota.QuotaTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which date binds a unit: the round's, or a later one of its own. */
class UnitDeadlinesTest {

    private static final Unit DEPARTMENT = DeadlineFixture.unit(Unit.DEPARTMENT, UnitType.DEPARTMENT);

    private final Map<String, Instant> own = new HashMap<>();
    private UnitDeadlines deadlines;

    @BeforeEach
    void offices() {
        Map<String, Unit> offices = Stream.of(MAOMING, ZHANJIANG, SHENZHEN, COMMUNICATIONS, DEPARTMENT)
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        Rounds rounds = mock(Rounds.class);
        when(rounds.get("2026")).thenReturn(round());
        Units units = mock(Units.class);
        when(units.byId()).thenReturn(offices);
        offices.forEach((id, unit) -> when(units.get(id)).thenReturn(unit));
        QuotaTable quotas = mock(QuotaTable.class);
        offices.values().forEach(unit -> when(quotas.of(unit)).thenReturn(row(unit)));
        when(quotas.ofAll(any()))
                .thenReturn(offices.values().stream().collect(Collectors.toMap(Unit::id, UnitDeadlinesTest::row)));
        UnitDates dates = mock(UnitDates.class);
        when(dates.all("2026")).thenReturn(own);
        offices.keySet()
                .forEach(id -> when(dates.of("2026", id)).thenAnswer(asked -> Optional.ofNullable(own.get(id))));
        deadlines = new UnitDeadlines(rounds, units, quotas, dates);
    }

    private static Quota row(Unit unit) {
        boolean city = unit.type() == UnitType.CITY;
        return new Quota(
                5,
                city ? UnitType.DEPARTMENT : UnitType.MINISTRY,
                city ? DeadlineKind.CITY : DeadlineKind.MINISTRY,
                2,
                city ? 6 : 5,
                1);
    }

    @ParameterizedTest(name = "{0} delivers by {1}, takes applications until {2}")
    @CsvSource({
        "city-440900, 12-08T17:30:00, 12-08T17:30:00",
        "city-440300, 12-21T00:00:00, 12-21T00:00:00",
        // Both branches of the province begin together.
        "ca-44, 12-21T00:00:00, 12-08T17:30:00"
    })
    @DisplayName("R4.1 R4.3 no date of its own → the round's date for its kind of unit")
    void general(String unit, String delivery, String submission) {
        assertThat(deadlines.delivery("2026", unit).lastMoment()).isEqualTo(at(delivery));
        assertThat(deadlines.submission(round(), unit).lastMoment()).isEqualTo(at(submission));
    }

    @ParameterizedTest(name = "own date {0}: {1}")
    @CsvSource({
        "12-10T17:30:00, 12-10T17:30:00",
        "12-08T17:30:01, 12-08T17:30:01",
        "12-08T17:29:59, 12-08T17:30:00",
        "12-21T00:00:00, 12-21T00:00:00",
        "2027-01-01T00:00:00, 2027-01-01T00:00:00"
    })
    @DisplayName("R4.1 a unit that was granted a date → that one where it is later, for it alone")
    void extended(String granted, String binding) {
        own.put(MAOMING.id(), at(granted));

        assertThat(deadlines.delivery("2026", MAOMING.id()).lastMoment()).isEqualTo(at(binding));
        assertThat(deadlines.submission(round(), MAOMING.id()).lastMoment()).isEqualTo(at(binding));
        assertThat(deadlines.delivery("2026", ZHANJIANG.id()).lastMoment()).isEqualTo(at("12-08T17:30:00"));
    }

    @Test
    @DisplayName(
            "R4.3 ministry gives the Department a later date → so are its cities' projects due, and no other unit's")
    void atMinistry() {
        own.put(DEPARTMENT.id(), at("12-23T17:30:00"));

        assertThat(deadlines.atMinistry("2026", DEPARTMENT.id()).lastMoment()).isEqualTo(at("12-23T17:30:00"));
        assertThat(deadlines.atMinistry("2026", MAOMING.id()).lastMoment()).isEqualTo(at("12-23T17:30:00"));
        assertThat(deadlines.atMinistry("2026", SHENZHEN.id()).lastMoment()).isEqualTo(at("12-21T00:00:00"));
        assertThat(deadlines.atMinistry("2026", COMMUNICATIONS.id()).lastMoment())
                .isEqualTo(at("12-21T00:00:00"));
    }

    @Test
    @DisplayName("R4.1 R4.3 asked for many units at once → the same dates as one by one")
    void sets() {
        own.put(MAOMING.id(), at("12-10T17:30:00"));
        List<String> all = List.of(MAOMING.id(), ZHANJIANG.id(), SHENZHEN.id(), COMMUNICATIONS.id());

        deadlines
                .deliveries(round(), all)
                .forEach((unit, due) -> assertThat(due)
                        .as(unit)
                        .isEqualTo(new UnitDeadline(deadlines.delivery("2026", unit), deadlines.kind(unit))));
    }
}
