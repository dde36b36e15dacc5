package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A date by which something must be done, with all that hangs on it. Models ask for its parts, e.g.
 * {@code ${deadlines.ofUnit(campaignId, unit).followUp()}}, and get {@link Date}s, which is what they understand.
 */
public final class DueDate {

    private static final Duration THIS_WEEK = Duration.ofDays(7);
    private static final LocalTime REMINDER_TIME = LocalTime.of(9, 0);
    /** For work that nothing closes. */
    private static final int DAYS_AFTER = 14;

    private static final int LAST_CALL_HOURS = 2;
    /** A repetition that begins in the past is one that the engine does not accept. */
    private static final int SOON_SECONDS = 2;

    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Deadline deadline;
    private final Deadline earlier;
    private final boolean remindsWhenOverdue;
    private final WorkingDays workingDays;
    private final Supplier<Instant> now;
    private final int daysBefore;

    /**
     * A date.
     *
     * @param deadline           the date itself
     * @param earlier            the day of a unit's own that binds its applicants before it (R4.6); the date itself where there is none
     * @param remindsWhenOverdue whether reminders go on for two weeks after it: true where nothing closes what is late
     * @param workingDays        the calendar of offices
     * @param now                the one clock, asked only where reminders are planned
     * @param daysBefore         days before the date on which reminders may be sent
     */
    DueDate(
            Deadline deadline,
            Deadline earlier,
            boolean remindsWhenOverdue,
            WorkingDays workingDays,
            Supplier<Instant> now,
            int daysBefore) {
        this.deadline = deadline;
        this.earlier = earlier;
        this.remindsWhenOverdue = remindsWhenOverdue;
        this.workingDays = workingDays;
        this.now = now;
        this.daysBefore = daysBefore;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** The last second in time. */
    public Date due() {
        return Date.from(deadline.lastMoment());
    }

    /** The first second that is late: when timers close what is still open. */
    public Date after() {
        return Date.from(deadline.firstMomentAfter());
    }

    /** When a task with this date comes back to mind: a week before, which is what "due this week" means. */
    public Date followUp() {
        return Date.from(deadline.lastMoment().minus(THIS_WEEK));
    }

    /**
     * A repeating time: nine o'clock of each of the last days that are still ahead, the date's own included, from the
     * working day on that sends what is planned for the first of them. If none is ahead, the only time lies after the
     * date and never comes, because the engine accepts no empty repetition.
     */
    public String reminders() {
        ZonedDateTime last = morning(lastDay());
        ZonedDateTime first = morning(firstDay());
        ZonedDateTime present = now.get().atZone(PilotClock.GUANGDONG);
        while (first.isBefore(present)) {
            first = first.plusDays(1);
        }
        // The engine adds one time to so many: it never comes, but until the date there is a timer that can be moved.
        long times = first.isAfter(last) ? 1 : ChronoUnit.DAYS.between(first, last) + 1;
        return "R%d/%s/P1D".formatted(times, first.toOffsetDateTime().withNano(0));
    }

    /**
     * When those who have not delivered are reminded a last time: two hours before. At night that is the evening before;
     * on a day off it is the evening of the last working day.
     */
    public Date lastCall() {
        return Date.from(lastCall(deadline).toInstant());
    }

    /**
     * The last call as a repeating time: before a unit's own earlier day (R4.6), where that is still ahead, and before the date
     * itself, at once where that moment has passed. The engine adds one more time, two hours later or more. Where the date is at 24:00 it
     * comes before it; whoever has had the letter gets no second one, because a last call has one key for each date.
     */
    public String lastCalls() {
        ZonedDateTime soon = now.get().atZone(PilotClock.GUANGDONG).plusSeconds(SOON_SECONDS);
        ZonedDateTime own = lastCall(earlier);
        ZonedDateTime last = lastCall(deadline);
        if (last.isBefore(soon)) {
            last = soon;
        }
        boolean twice = own.isBefore(last) && !own.isBefore(soon);
        Duration between = twice ? Duration.between(own, last) : Duration.ofHours(LAST_CALL_HOURS);
        ZonedDateTime first = twice ? own : last;
        return "R%d/%s/PT%dS".formatted(twice ? 2 : 1, first.toOffsetDateTime().withNano(0), between.toSeconds());
    }

    private ZonedDateTime lastCall(Deadline of) {
        ZonedDateTime hoursBefore = of.lastMoment().atZone(PilotClock.GUANGDONG).minusHours(LAST_CALL_HOURS);
        boolean atNight = hoursBefore.toLocalTime().isBefore(Daytime.MORNING);
        LocalDate day = atNight ? hoursBefore.toLocalDate().minusDays(1) : hoursBefore.toLocalDate();
        ZonedDateTime evening = workingDays.atOrBefore(day).atTime(EVENING).atZone(PilotClock.GUANGDONG);
        return hoursBefore.isAfter(evening) ? evening : hoursBefore;
    }

    /**
     * Says which year's holidays this date depends on although the list of working days lacks them; empty if it lacks none.
     */
    public Optional<String> calendarNote() {
        return workingDays.incompleteYear(firstDay(), lastDay()).map(year -> Texts.of("calendar.incomplete", year));
    }

    /** Whether reminders go on after it, since it closes nothing. */
    boolean remindsWhenOverdue() {
        return remindsWhenOverdue;
    }

    private LocalDate firstDay() {
        return workingDays.atOrBefore(day().minusDays(daysBefore));
    }

    private LocalDate lastDay() {
        return remindsWhenOverdue ? day().plusDays(DAYS_AFTER) : day();
    }

    /** A date at 24:00 belongs to the day that it ends. */
    private LocalDate day() {
        return deadline.lastMoment().minusMillis(1).atZone(PilotClock.GUANGDONG).toLocalDate();
    }

    private static ZonedDateTime morning(LocalDate day) {
        return day.atTime(REMINDER_TIME).atZone(PilotClock.GUANGDONG);
    }
}
