package cn.gdpilot.rehearsal;

import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.engine.EngineClock;
import cn.gdpilot.notice.Postman;
import cn.gdpilot.wording.Refusal;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves the clock of the whole application forward, and does at once what has become due by it. */
@RestController
@Profile("rehearsal")
@RequestMapping("/api/rehearsal/clock")
class RehearsalClockApi {

    private final PilotClock clock;
    private final EngineClock engine;
    private final Postman postman;

    RehearsalClockApi(PilotClock clock, EngineClock engine, Postman postman) {
        this.clock = clock;
        this.engine = engine;
        this.postman = postman;
    }

    @GetMapping
    Time now() {
        return Time.of(clock);
    }

    @PutMapping
    Time move(@RequestBody Time target) {
        if (target.now() == null || target.now().toInstant().isBefore(clock.now())) {
            throw Refusal.invalid("rehearsal.backwards");
        }
        engine.moveTo(target.now().toInstant());
        engine.settle();
        postman.deliver();
        return Time.of(clock);
    }

    /**
     * A moment.
     *
     * @param now with an offset, e.g. 2026-12-08T17:29:00+08:00
     */
    record Time(OffsetDateTime now) {

        static Time of(PilotClock clock) {
            return new Time(clock.now().atZone(PilotClock.GUANGDONG).toOffsetDateTime());
        }
    }
}
