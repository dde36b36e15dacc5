package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** For which days before a date people are reminded now. */
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
        DueDate date = dates.of(null, deadline);
        if (!deadline.includes(now)) {
            return List.of();
        }
        if (!now.isBefore(date.lastCall().toInstant())) {
            return List.of(new ReminderMoment(date, daytime.atOrAfter(now), 0, true));
        }
        return planned(date, now);
    }

    /** What is planned for today and the days off that follow, for work with a date that closes nothing: also after it. */
    public List<ReminderMoment> ofWork(Instant due) {
        return planned(dates.ofWork(null, due), clock.now());
    }

    private List<ReminderMoment> planned(DueDate date, Instant now) {
        Instant sentAt = daytime.atOrAfter(now);
        return workingDays
                .remindedOn(now.atZone(PilotClock.GUANGDONG).toLocalDate())
                .map(day -> new ReminderMoment(date, sentAt, date.deadline().daysLeft(day), false))
                .toList();
    }
}
