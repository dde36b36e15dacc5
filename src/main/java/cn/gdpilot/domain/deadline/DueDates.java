package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Works out what hangs on a date, by the calendar of offices and the one clock. */
@Component
public class DueDates {

    private final WorkingDays workingDays;
    private final PilotClock clock;
    private final RoundDays periods;

    DueDates(WorkingDays workingDays, PilotClock clock, RoundDays periods) {
        this.periods = periods;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * A deadline that closes what is late: reminders end with it.
     *
     * @param roundId round that says how many days before it reminders may be sent; null for what belongs to none
     */
    public DueDate of(String roundId, Deadline deadline) {
        return of(roundId, deadline, deadline);
    }

    /** The same where a unit's own earlier day binds its applicants (R4.6). */
    DueDate of(String roundId, Deadline deadline, Deadline earlier) {
        return new DueDate(deadline, earlier, false, workingDays, clock::now, daysBefore(roundId));
    }

    /** A date to work towards, which closes nothing: reminders go on for two weeks after it. */
    public DueDate ofWork(String roundId, Instant due) {
        Deadline date = new Deadline(due);
        return new DueDate(date, date, true, workingDays, clock::now, daysBefore(roundId));
    }

    /** The table says on which of these days somebody is reminded. */
    private int daysBefore(String roundId) {
        return roundId == null ? periods.ofAllRounds(Period.REMINDERS) : periods.of(roundId, Period.REMINDERS);
    }
}
