package cn.gdpilot.domain.deadline.closing;

import cn.gdpilot.domain.calendar.TimePassed;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second, from the start on, for what a deadline has closed: a node that was down over it, an engine
 * that lags, or an application that arrived in the last second hold nothing open.
 */
@Component
class ClosingWatch {

    private final DeadlineClosing closing;

    ClosingWatch(DeadlineClosing closing) {
        this.closing = closing;
    }

    @Scheduled(fixedDelayString = "${pilot.closing.pause}")
    void look() {
        closing.closeDue();
    }

    @EventListener
    public void look(TimePassed moved) {
        closing.closeDue();
    }
}
