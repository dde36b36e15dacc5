package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** For which days before a deadline people are reminded now. */
@Component
public class ReminderMoments {

    private final DueDates dates;
    private final WorkingDays workingDays;
    private final Daytime daytime;
    private final PilotClock clock;

    ReminderMoments(DueDates dates, WorkingDays workingDays, Daytime daytime, PilotClock clock) {
        this.dates = dates;
        this.workingDays = workingDays;
        this.daytime = daytime;
        this.clock = clock;
    }

    /**
     * The last call, or what is planned for today and for the days off that follow; nothing on a day off, and nothing
     * once the deadline is past. What is due at night goes out in the morning.
     */
    public List<ReminderMoment> of(Deadline deadline) {
        Instant now = clock.now();
        if (!deadline.includes(now)) {
            return List.of();
        }
        Instant sentAt = daytime.atOrAfter(now);
        if (!now.isBefore(dates.of(deadline).lastCall().toInstant())) {
            return List.of(new ReminderMoment(deadline, sentAt, 0, true));
        }
        return workingDays
                .remindedOn(now.atZone(PilotClock.GUANGDONG).toLocalDate())
                .map(day -> new ReminderMoment(deadline, sentAt, deadline.daysLeft(day), false))
                .toList();
    }
}
