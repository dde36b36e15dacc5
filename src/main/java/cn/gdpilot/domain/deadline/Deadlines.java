package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dates that models ask for as {@code ${deadlines.…}}; each is a {@link DueDate} whose parts they take. */
@Component
public class Deadlines {

    private final Rounds rounds;
    private final UnitDeadlines deadlines;
    private final UnitDates ownDates;
    private final IntakeDays intakes;
    private final DueDates dates;
    private final WorkingDays workingDays;
    private final PilotClock clock;
    private final RoundDays days;
    private final OfferedDates offered;

    Deadlines(
            Rounds rounds,
            UnitDeadlines deadlines,
            UnitDates ownDates,
            IntakeDays intakes,
            DueDates dates,
            WorkingDays workingDays,
            PilotClock clock,
            RoundDays days,
            OfferedDates offered) {
        this.offered = offered;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.ownDates = ownDates;
        this.intakes = intakes;
        this.dates = dates;
        this.workingDays = workingDays;
        this.clock = clock;
        this.days = days;
    }

    /** By when a unit's list must have arrived (R4.1, R4.3). */
    public DueDate ofUnit(String roundId, String unitId) {
        return withOwnDay(roundId, unitId, deadlines.delivery(roundId, unitId));
    }

    /** Until when a unit takes applications, and an applicant corrects. */
    public DueDate ofSubmission(String roundId, String unitId) {
        return withOwnDay(roundId, unitId, deadlines.submission(rounds.get(roundId), unitId));
    }

    private DueDate withOwnDay(String roundId, String unitId, Deadline notice) {
        return dates.of(roundId, notice, intakes.orEarlier(roundId, unitId, notice));
    }

    /** When the last unit that reports to the Department has closed, so that the province reviews all lists together. */
    public DueDate ofCities(String roundId) {
        Deadline last = rounds.get(roundId).city();
        for (Map.Entry<String, Instant> own : ownDates.all(roundId).entrySet()) {
            last = deadlines.kind(own.getKey()) == DeadlineKind.CITY ? last.orLater(own.getValue()) : last;
        }
        return dates.of(roundId, last);
    }

    /** The ministry's deadline (R4.3), with which the province's reviews end. */
    public DueDate ofMinistry(String roundId) {
        return dates.of(roundId, rounds.get(roundId).ministry());
    }

    /**
     * By when the CA's review should be done, so that the Department can look for duplicates (R3.7): a date to work towards,
     * at the round's end of work, which is that of the cities' deadline (R4.5).
     */
    public DueDate ofCommunications(String roundId) {
        LocalDate lastDay = deadlines
                .delivery(roundId, Unit.COMMUNICATIONS)
                .lastMoment()
                .atZone(PilotClock.GUANGDONG)
                // At 24:00 the day is still the one that ends.
                .minusSeconds(1)
                .toLocalDate();
        return dates.ofWork(
                roundId,
                rounds.get(roundId)
                        .endOfWork(workingDays.before(lastDay, days.of(roundId, Period.COMMUNICATIONS_REVIEW))));
    }

    /** When the ministry's review should be done: no deadline of the notices, a date to work towards. */
    public DueDate ofMinistryReview(String roundId) {
        return dates.ofWork(
                roundId,
                rounds.get(roundId)
                        .ministryDeadline()
                        .atZone(PilotClock.GUANGDONG)
                        .plusDays(days.of(roundId, Period.MINISTRY_REVIEW))
                        .toInstant());
    }

    /** By when an office of the province or the ministry is through with a round's projects, for models of both levels. */
    public DueDate ofReview(String roundId, String unitId) {
        return unitId.equals(Unit.MINISTRY) ? ofMinistryReview(roundId) : ofUnit(roundId, unitId);
    }

    public String defaultTitle() {
        return Texts.of("round.title", clock.today().getYear());
    }

    public String defaultCity() {
        return offered.of(DeadlineKind.CITY, clock.today().getYear());
    }

    public String defaultMinistry() {
        return offered.of(DeadlineKind.MINISTRY, clock.today().getYear());
    }
}
