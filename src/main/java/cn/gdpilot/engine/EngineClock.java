package cn.gdpilot.engine;

import cn.gdpilot.calendar.PilotClock;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock with the application's, where a rehearsal has moved it. */
@Component
public class EngineClock {

    private final PilotClock clock;

    EngineClock(PilotClock clock) {
        this.clock = clock;
    }

    /** Moves both clocks forward. */
    public void moveTo(Instant target) {
        clock.moveTo(target);
        align();
    }

    /** Sets the engine's clock to what the database says, e.g. after a restart in the middle of a rehearsal. */
    public void align() {
        if (clock.offset().isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(clock.offset().toMillis());
        }
    }
}
