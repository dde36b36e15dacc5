package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.objection.LaterDates;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each hour dates that a holiday entered meanwhile makes later move, and with them their timers and tasks. */
@Component
public class CalendarWatch {

    private final LaterDates dates;
    private final RunningDates running;

    CalendarWatch(LaterDates dates, RunningDates running) {
        this.dates = dates;
        this.running = running;
    }

    /** On whichever node comes first; the other finds nothing. */
    @Scheduled(cron = "0 10 * * * *", zone = "Asia/Shanghai")
    @Transactional
    public void look() {
        dates.move().forEach(running::move);
    }
}
