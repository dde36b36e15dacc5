package cn.gdpilot.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import cn.gdpilot.calendar.Deadline;
import cn.gdpilot.calendar.DeadlineKind;
import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.calendar.Round;
import cn.gdpilot.calendar.RoundDates;
import cn.gdpilot.calendar.Rounds;
import cn.gdpilot.calendar.UnitDates;
import cn.gdpilot.calendar.WorkingDays;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.UnitType;
import cn.gdpilot.identity.Units;
import cn.gdpilot.wording.Texts;
import org.springframework.stereotype.Component;

/**
 * The dates that models ask for as {@code ${deadlines.…}}, and by when a unit delivers and takes applications.
 * Dates for timers and due dates are {@link Date}s, since that is what models understand.
 */
@Component("deadlines")
public class UnitDeadlines {

    private static final int REMINDER_HOUR = 9;
    private static final int DAYS_OF_REMINDERS = 14;
    private static final int LAST_CALL_HOURS = 2;
    private static final int MORNING_HOUR = 8;
    private static final int NIGHT_HOUR = 20;
    private static final int DAYS_OF_MINISTRY_REVIEW = 30;

    private final Rounds rounds;
    private final Units units;
    private final QuotaTable quotas;
    private final PilotClock clock;
    private final UnitDates dates;
    private final WorkingDays workingDays;

    UnitDeadlines(Rounds rounds, Units units, QuotaTable quotas, PilotClock clock, UnitDates dates, WorkingDays workingDays) {
        this.workingDays = workingDays;
        this.dates = dates;
        this.rounds = rounds;
        this.units = units;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** By when a unit's list must have arrived: the round's date, or the unit's own where that is later. */
    public Deadline delivery(String roundId, String unitId) {
        Deadline general = rounds.get(roundId).deadline(kind(unitId));
        return dates.of(roundId, unitId).map(own -> general.orLater(own)).orElse(general);
    }

    /** The same for many units, by their ids, and which deadline binds each: asked in sets, however many they are. */
    public Map<String, UnitDeadline> deliveries(Round round, Collection<String> unitIds) {
        Map<String, Unit> offices = units.byId();
        Map<String, Quota> rows = quotas.ofAll(unitIds.stream().map(offices::get).toList());
        Map<String, Instant> own = dates.all(round.id());
        return unitIds.stream().collect(Collectors.toMap(Function.identity(), unit -> {
            DeadlineKind kind = rows.get(unit).deadline();
            Deadline general = round.deadline(kind);
            return new UnitDeadline(own.containsKey(unit) ? general.orLater(own.get(unit)) : general, kind);
        }));
    }

    /** Which deadline binds a unit, by the table recommendation-quota. */
    public DeadlineKind kind(String unitId) {
        return quotas.of(units.get(unitId)).deadline();
    }

    /** The office that a unit hands over to, by the same table. */
    public String destination(String unitId) {
        return quotas.of(units.get(unitId)).destinationUnit();
    }

    /**
     * By when an application must have arrived at a unit. The province's branches begin together at the cities'
     * deadline, so it binds applicants of the CA as well (P四).
     */
    public Deadline submission(Round round, String unitId) {
        return units.get(unitId).type() == UnitType.COMMS_ADMIN ? round.city() : delivery(round.id(), unitId);
    }

    /** The same, for models: an applicant corrects until then. */
    public Date ofSubmission(String roundId, String unitId) {
        return Date.from(submission(rounds.get(roundId), unitId).lastMoment());
    }

    public Date followUpOfSubmission(String roundId, String unitId) {
        return Date.from(submission(rounds.get(roundId), unitId).followUp());
    }

    public Date ofUnit(String roundId, String unitId) {
        return Date.from(delivery(roundId, unitId).lastMoment());
    }

    public Date afterUnit(String roundId, String unitId) {
        return Date.from(delivery(roundId, unitId).firstMomentAfter());
    }

    public Date followUpOfUnit(String roundId, String unitId) {
        return Date.from(delivery(roundId, unitId).followUp());
    }

    /** When the last unit that reports to the Department has closed, so that the province reviews all lists together. */
    public Date afterCity(String roundId) {
        Deadline last = rounds.get(roundId).city();
        for (Map.Entry<String, Instant> own : dates.all(roundId).entrySet()) {
            last = kind(own.getKey()) == DeadlineKind.CITY ? last.orLater(own.getValue()) : last;
        }
        return Date.from(last.firstMomentAfter());
    }

    public Date ministry(String roundId) {
        return Date.from(rounds.get(roundId).ministryDeadline());
    }

    public Date afterMinistry(String roundId) {
        return Date.from(rounds.get(roundId).ministry().firstMomentAfter());
    }

    public Date followUpOfMinistry(String roundId) {
        return Date.from(rounds.get(roundId).ministry().followUp());
    }

    /** When the ministry's review should be done: no deadline of the notices, a date to work towards. */
    public Date ministryReview(String roundId) {
        return Date.from(rounds.get(roundId)
                .ministryDeadline()
                .atZone(PilotClock.GUANGDONG)
                .plusDays(DAYS_OF_MINISTRY_REVIEW)
                .toInstant());
    }

    public Date followUpOfMinistryReview(String roundId) {
        return Date.from(new Deadline(ministryReview(roundId).toInstant()).followUp());
    }

    /**
     * A repeating time: nine o'clock of each of the last days that are still ahead, the deadline's own included. Where
     * none is ahead the only time lies after the deadline, which never comes: the engine accepts no empty repetition.
     */
    public String reminders(String roundId, String unitId) {
        return mornings(delivery(roundId, unitId), 0);
    }

    /** The same for tasks of the province's reviews, which end with the ministry's deadline. */
    public String workReminders(String roundId) {
        return mornings(rounds.get(roundId).ministry(), 0);
    }

    /** The same for tasks of the ministry's review, which nothing ends: also when they are overdue. */
    public String ministryWorkReminders(String roundId) {
        return mornings(new Deadline(ministryReview(roundId).toInstant()), DAYS_OF_REMINDERS);
    }

    /** By when an office of the province or the ministry is to be through with a round's projects, for what both levels use. */
    public Date reviewOf(String roundId, String unitId) {
        return unitId.equals(Unit.MINISTRY) ? ministryReview(roundId) : ministry(roundId);
    }

    public Date followUpOfReviewOf(String roundId, String unitId) {
        return unitId.equals(Unit.MINISTRY) ? followUpOfMinistryReview(roundId) : followUpOfMinistry(roundId);
    }

    /** Nine o'clock of the days before that date, as {@link #reminders}. */
    public String remindersOfReviewOf(String roundId, String unitId) {
        return unitId.equals(Unit.MINISTRY) ? ministryWorkReminders(roundId) : workReminders(roundId);
    }

    /** Nine o'clock of the days before and after any date by which work is to be done. */
    public String remindersUntil(Instant due) {
        return mornings(new Deadline(due), DAYS_OF_REMINDERS);
    }

    private String mornings(Deadline deadline, int daysAfter) {
        ZonedDateTime last = deadline
                .lastMoment()
                .minusMillis(1)
                .atZone(PilotClock.GUANGDONG)
                .toLocalDate()
                .plusDays(daysAfter)
                .atTime(REMINDER_HOUR, 0)
                .atZone(PilotClock.GUANGDONG);
        ZonedDateTime now = clock.now().atZone(PilotClock.GUANGDONG);
        ZonedDateTime first = last.minusDays(DAYS_OF_REMINDERS + daysAfter);
        while (first.isBefore(now)) {
            first = first.plusDays(1);
        }
        long times = first.isAfter(last) ? 1 : ChronoUnit.DAYS.between(first, last) + 1;
        return "R%d/%s/P1D".formatted(times, first.toOffsetDateTime().withNano(0));
    }

    /**
     * When those who have not delivered are reminded a last time: two hours before; where that is at night, in the
     * evening before, and where it is a day off, in the evening of the last working day.
     */
    public Date lastCall(String roundId, String unitId) {
        ZonedDateTime hoursBefore = delivery(roundId, unitId).lastMoment().atZone(PilotClock.GUANGDONG).minusHours(LAST_CALL_HOURS);
        LocalDate day = hoursBefore.getHour() < MORNING_HOUR ? hoursBefore.toLocalDate().minusDays(1) : hoursBefore.toLocalDate();
        LocalDate workingDay = workingDays.atOrBefore(day);
        ZonedDateTime evening = workingDay.atTime(NIGHT_HOUR, 0).atZone(PilotClock.GUANGDONG);
        return Date.from((hoursBefore.isAfter(evening) ? evening : hoursBefore).toInstant());
    }

    public String defaultTitle() {
        return Texts.of("round.title", clock.today().getYear());
    }

    public String defaultCity() {
        return RoundDates.defaultCity(clock.today().getYear());
    }

    public String defaultMinistry() {
        return RoundDates.defaultMinistry(clock.today().getYear());
    }
}
