package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationClosed;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings back a project whose other one is gone. */
@Service
class FreeDuplicates {

    private final Applications applications;
    private final Recommendations recommendations;
    private final DuplicatePairs pairs;
    private final SameProjects sameProjects;
    private final Lifting lifting;

    FreeDuplicates(
            Applications applications,
            Recommendations recommendations,
            DuplicatePairs pairs,
            SameProjects sameProjects,
            Lifting lifting) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.pairs = pairs;
        this.sameProjects = sameProjects;
        this.lifting = lifting;
    }

    /** If the one that stood is withdrawn, late or left out, the other is the Department's candidate again while its list is open. */
    @EventListener
    @Transactional
    public void reinstate(ApplicationClosed closed) {
        Application gone = applications.get(closed.applicationId());
        if (pairs.involves(gone.id()) && listOpen(gone.roundId())) {
            Grounds grounds = Grounds.byRule(PastDepartment.ruleFor(gone), Texts.of("duplicate.reinstated", gone.id()));
            sameProjects.freedBy(gone).forEach(id -> lifting.lift(id, Actor.SYSTEM, grounds));
        }
    }

    /** A signature in this instant is waited for: what comes back then would never be ranked. */
    private boolean listOpen(String roundId) {
        return recommendations
                .find(roundId, Unit.DEPARTMENT)
                .map(list -> recommendations.lock(roundId, list.unitId()))
                .map(Recommendation::open)
                .orElse(true);
    }
}
