package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.DuplicateLifted;
import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a duplicate a candidate again: compared, scored, checked, made public and ranked with the others. */
@Component
class Lifting {

    private final Applications applications;
    private final LiftedDuplicates lifted;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;

    Lifting(Applications applications, LiftedDuplicates lifted, ApplicationEventPublisher events, PilotClock clock) {
        this.applications = applications;
        this.lifted = lifted;
        this.events = events;
        this.clock = clock;
    }

    void lift(String id, Actor officer, Grounds grounds) {
        String roundId = applications
                .advance(id, ApplicationState.REVIEWED, officer, grounds)
                .roundId();
        lifted.add(roundId, id, clock.now());
        events.publishEvent(new DuplicateLifted(roundId, id));
    }
}
