package cn.gdpilot.platform.clock;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.mail.Postman;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the clock of the whole application forward, and does at once what has become due by it; never in production. */
@Component
@Profile("!production")
class RehearsalClock {

    private final PilotClock clock;
    private final EngineClock engine;
    private final Postman postman;

    RehearsalClock(PilotClock clock, EngineClock engine, Postman postman) {
        this.clock = clock;
        this.engine = engine;
        this.postman = postman;
    }

    /** What it shows, in Guangdong's time. */
    OffsetDateTime now() {
        return clock.now().atZone(PilotClock.GUANGDONG).toOffsetDateTime();
    }

    /**
     * Moves it.
     *
     * @param target null or earlier than now is refused: time does not run backwards
     */
    void moveTo(OffsetDateTime target) {
        if (target == null || target.toInstant().isBefore(clock.now())) {
            throw Refusal.invalid("rehearsal.backwards");
        }
        engine.moveTo(target.toInstant());
        engine.settle();
        postman.deliver();
    }
}
