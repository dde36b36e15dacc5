package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.Application;
import org.springframework.stereotype.Component;

/** Keeps the CA's opinion that was found wrong aside; the answer to the objection stands in its place. */
@Component
class RightedOpinion {

    private final Opinions opinions;
    private final PilotClock clock;

    RightedOpinion(Opinions opinions, PilotClock clock) {
        this.opinions = opinions;
        this.clock = clock;
    }

    /** Does so where the CA's review did not pass the project; any other project has no such opinion. */
    void setRight(Application project, Upheld upheld) {
        if (project.channel() == UnitType.COMMS_ADMIN
                && opinions.find(UnitType.COMMS_ADMIN, project.id())
                        .filter(given -> !given.passes())
                        .isPresent()) {
            opinions.setAside(UnitType.COMMS_ADMIN, project.id(), upheld.grounds(), clock.now());
            opinions.give(
                    UnitType.COMMS_ADMIN,
                    project.id(),
                    ReviewOutcome.PASS,
                    upheld.grounds(),
                    upheld.by().person(),
                    clock.now());
        }
    }
}
