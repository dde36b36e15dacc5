package cn.gdpilot.platform.clock;

import cn.gdpilot.domain.record.Recorded;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The movable clock for programs. */
@RestController
@Profile("!production")
@RequestMapping("/api/rehearsal/clock")
class RehearsalClockApi {

    private final RehearsalClock clock;

    RehearsalClockApi(RehearsalClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Time now() {
        return new Time(clock.now());
    }

    @Recorded("clock.moved")
    @PutMapping
    Time move(@RequestBody Time target) {
        clock.moveTo(target.now());
        return now();
    }

    /**
     * A moment.
     *
     * @param now with an offset, e.g. 2026-12-08T17:29:00+08:00
     */
    record Time(OffsetDateTime now) {}
}
