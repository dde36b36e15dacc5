package cn.gdpilot.desk.recommendation.reminding;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** For which days before a deadline people are reminded now. */
@Component
class ReminderMoments {

    private final UnitDeadlines deadlines;
    private final WorkingDays workingDays;
    private final Daytime daytime;
    private final PilotClock clock;

    ReminderMoments(UnitDeadlines deadlines, WorkingDays workingDays, Daytime daytime, PilotClock clock) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.daytime = daytime;
        this.clock = clock;
    }

    /**
     * The last call, or what is planned for today and for the days off that follow; nothing on a day off, and nothing
     * once the deadline is past. What is due at night goes out in the morning.
     */
    List<ReminderMoment> of(Deadline deadline) {
        Instant now = clock.now();
        if (!deadline.includes(now)) {
            return List.of();
        }
        Instant sentAt = daytime.atOrAfter(now);
        if (!now.isBefore(deadlines.lastCall(deadline))) {
            return List.of(new ReminderMoment(deadline, sentAt, 0, true));
        }
        return workingDays
                .remindedOn(now.atZone(PilotClock.GUANGDONG).toLocalDate())
                .map(day -> new ReminderMoment(deadline, sentAt, deadline.daysLeft(day), false))
                .toList();
    }
}
