package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** When a unit takes no applications any more. */
    public Date afterSubmission(String roundId, String unitId) {
        return Date.from(submission(rounds.get(roundId), unitId).firstMomentAfter());
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
     * A repeating time: nine o'clock of each of the last days that are still ahead, the deadline's own included, from the
     * working day on that sends what is planned for the first of them. Where none is ahead the only time lies after the
     * deadline, which never comes: the engine accepts no empty repetition.
     */
    public String reminders(String roundId, String unitId) {
        return mornings(delivery(roundId, unitId), 0);
    }

    /** The same for applicants of a unit. */
    public String submissionReminders(String roundId, String unitId) {
        return mornings(submission(rounds.get(roundId), unitId), 0);
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
        LocalDate due = deadline.lastMoment().minusMillis(1).atZone(PilotClock.GUANGDONG).toLocalDate();
        ZonedDateTime last = morning(due.plusDays(daysAfter));
        ZonedDateTime now = clock.now().atZone(PilotClock.GUANGDONG);
        ZonedDateTime first = morning(workingDays.atOrBefore(due.minusDays(DAYS_OF_REMINDERS)));
        while (first.isBefore(now)) {
            first = first.plusDays(1);
        }
        // The engine adds one time to so many: it never comes, but until the deadline there is a timer that can be moved.
        long times = first.isAfter(last) ? 1 : ChronoUnit.DAYS.between(first, last) + 1;
        return "R%d/%s/P1D".formatted(times, first.toOffsetDateTime().withNano(0));
    }

    private static ZonedDateTime morning(LocalDate day) {
        return day.atTime(REMINDER_HOUR, 0).atZone(PilotClock.GUANGDONG);
    }

    /**
     * When those who have not delivered are reminded a last time: two hours before; where that is at night, in the
     * evening before, and where it is a day off, in the evening of the last working day.
     */
    public Date lastCall(String roundId, String unitId) {
        return Date.from(lastCall(delivery(roundId, unitId)));
    }

    /** The same for applicants of a unit. */
    public Date lastCallOfSubmission(String roundId, String unitId) {
        return Date.from(lastCall(submission(rounds.get(roundId), unitId)));
    }

    /** The same for any deadline. */
    public Instant lastCall(Deadline deadline) {
        ZonedDateTime hoursBefore = deadline.lastMoment().atZone(PilotClock.GUANGDONG).minusHours(LAST_CALL_HOURS);
        LocalDate day = hoursBefore.toLocalTime().isBefore(Daytime.MORNING) ? hoursBefore.toLocalDate().minusDays(1) : hoursBefore.toLocalDate();
        LocalDate workingDay = workingDays.atOrBefore(day);
        ZonedDateTime evening = workingDay.atTime(NIGHT_HOUR, 0).atZone(PilotClock.GUANGDONG);
        return (hoursBefore.isAfter(evening) ? evening : hoursBefore).toInstant();
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
