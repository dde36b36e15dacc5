package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.ApplicationAccepted;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The round's own review takes in once what the CA has. What comes to the CA's desk later is reviewed by an instance
 * beside it (R3.5), so that the CA's list never waits for an opinion that nobody is asked for.
 */
@Component
class ReviewLateProjects implements Neighbour {

    private final CommunicationsProjects projects;
    private final CommunicationsDesk desk;
    private final Recommendations recommendations;
    private final RuntimeService runtime;

    ReviewLateProjects(
            CommunicationsProjects projects,
            CommunicationsDesk desk,
            Recommendations recommendations,
            RuntimeService runtime) {
        this.projects = projects;
        this.desk = desk;
        this.recommendations = recommendations;
        this.runtime = runtime;
    }

    @EventListener
    @Transactional
    public void review(ApplicationAccepted accepted) {
        if (accepted.channel() == UnitType.COMMS_ADMIN) {
            begin(accepted.roundId());
        }
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.HEARD_AGAIN);
    }

    /** Its former review has ended with the refusal. */
    @Override
    public Plan check(Upheld upheld) {
        if (!upheld.unitId().equals(Unit.COMMUNICATIONS)) {
            return Plan.NOTHING;
        }
        // A zero report that is called back opens the window again, and the review begins with it.
        boolean zero = recommendations
                .find(upheld.roundId(), upheld.unitId())
                .filter(list -> list.state() == State.ZERO)
                .isPresent();
        return zero ? Plan.NOTHING : Plan.word(() -> begin(upheld.roundId()));
    }

    private void begin(String roundId) {
        if (desk.begun(roundId) && !projects.live(roundId).isEmpty()) {
            runtime.startProcessInstanceByKey(
                    "communications-review",
                    roundId,
                    Map.of(CAMPAIGN_ID, roundId, CaseVariables.UNIT, Unit.COMMUNICATIONS));
        }
    }
}
