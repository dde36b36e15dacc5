package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import java.time.Instant;
import java.time.LocalDateTime;

/** The round of 2026 with the notice's two dates, and offices of each kind. */
public final class DeadlineFixture {

    public static final String CITY = "12-08T17:30:00";
    /** 24:00 of 12-20. */
    public static final String MINISTRY = "12-21T00:00:00";

    public static final Unit MAOMING = unit("city-440900", UnitType.CITY);
    public static final Unit ZHANJIANG = unit("city-440800", UnitType.CITY);
    public static final Unit SHENZHEN = unit("city-440300", UnitType.PLANNED_CITY);
    public static final Unit COMMUNICATIONS = unit(Unit.COMMUNICATIONS, UnitType.COMMS_ADMIN);

    private DeadlineFixture() {}

    public static Round round() {
        return roundUntil(CITY);
    }

    /** The same round with another date for the cities. */
    public static Round roundUntil(String city) {
        return new Round(
                "2026", 2026, "2026年试点示范推荐", "", at(city), at(MINISTRY), at("11-01T09:00:00"), null, null, null);
    }

    /** The same round after the ministry has published its result. */
    public static Round announced() {
        return new Round(
                "2026",
                2026,
                "2026年试点示范推荐",
                "",
                at(CITY),
                at(MINISTRY),
                at("11-01T09:00:00"),
                null,
                at("12-30T09:00:00"),
                null);
    }

    /** The same round after the Department has made it void. */
    public static Round voided() {
        Round round = round();
        return new Round(
                round.id(),
                round.roundYear(),
                round.title(),
                round.noticeNumber(),
                round.cityDeadline(),
                round.ministryDeadline(),
                round.openedAt(),
                null,
                null,
                at("12-09T09:00:00"));
    }

    public static Unit unit(String id, UnitType type) {
        return new Unit(id, type, "", id, "", "NONE");
    }

    public static Recommendation list(Unit unit, State state, DeadlineKind kind) {
        return new Recommendation(
                "2026/" + unit.id(),
                "2026",
                unit.id(),
                state,
                5,
                kind == DeadlineKind.CITY ? Unit.DEPARTMENT : Unit.MINISTRY,
                kind,
                2,
                6,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    public static Deadline deadline(String time) {
        return new Deadline(at(time));
    }

    /** A moment in Guangdong: {@code 12-08T17:30:00} is of 2026, {@code 2027-01-01T00:00:00} is as it says. */
    public static Instant at(String time) {
        return LocalDateTime.parse(time.matches("\\d{4}-.*") ? time : "2026-" + time)
                .atZone(PilotClock.GUANGDONG)
                .toInstant();
    }
}
