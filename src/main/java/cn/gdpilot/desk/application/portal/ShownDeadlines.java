package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The dates that applicants see: the unit's own earlier day until they have submitted (R4.6), the day of its correction for what was returned. */
@Component
class ShownDeadlines {

    private final Rounds rounds;
    private final UnitDeadlines deadlines;
    private final IntakeDays intakes;
    private final Units units;
    private final CorrectionDates corrections;

    ShownDeadlines(
            Rounds rounds, UnitDeadlines deadlines, IntakeDays intakes, Units units, CorrectionDates corrections) {
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.intakes = intakes;
        this.units = units;
        this.corrections = corrections;
    }

    /** By when the applicant must hand it in. */
    Deadline of(Application application) {
        Deadline notice = deadlines.submission(rounds.get(application.roundId()), application.unitId());
        return switch (application.state()) {
            case DRAFT -> intakes.orEarlier(application.roundId(), application.unitId(), notice);
            case RETURNED -> corrections.inForce(application);
            default -> notice;
        };
    }

    /** True if its correction has a day of its own, after which its unit decides; else its unit's deadline ends it. */
    boolean isCorrectionOwn(Application application) {
        return application.state() == ApplicationState.RETURNED && corrections.isOwn(application);
    }

    /** True if the day of its correction has passed, and its unit decides whether to wait on. */
    boolean isCorrectionPassed(Application application) {
        return application.state() == ApplicationState.RETURNED && corrections.isPassed(application);
    }

    /** The units of a round that take applications until an earlier day of their own: name and day, in order of names. */
    Map<String, String> ownDays(Round round) {
        Map<String, String> days = new TreeMap<>();
        intakes.inForce(round.id()).keySet().forEach(id -> {
            Unit unit = units.get(id);
            Deadline notice = deadlines.submission(round, id);
            Deadline own = intakes.orEarlier(round.id(), id, notice);
            if (!own.equals(notice)) {
                days.put(unit.name(), own.text());
            }
        });
        return days;
    }
}
