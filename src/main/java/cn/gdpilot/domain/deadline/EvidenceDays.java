package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long an arrival in time may be entered with evidence after its deadline (R4.7). */
@Component
public class EvidenceDays {

    private final WorkingDays workingDays;
    private final RoundDays days;

    EvidenceDays(WorkingDays workingDays, RoundDays days) {
        this.workingDays = workingDays;
        this.days = days;
    }

    /** Number of working days. */
    public int of(String roundId) {
        return days.of(roundId, Period.ARRIVAL_EVIDENCE);
    }

    /** The last day on which it may be entered and confirmed. */
    public LocalDate last(String roundId, Deadline deadline) {
        return workingDays.after(
                deadline.lastMoment().minusNanos(1).atZone(PilotClock.GUANGDONG).toLocalDate(), of(roundId));
    }
}
