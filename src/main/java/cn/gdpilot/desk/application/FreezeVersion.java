package cn.gdpilot.desk.application;

import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.extra.AnsweredFacts;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Freezes what is submitted: its text, its state, and what the tables found in it. */
@Component
class FreezeVersion {

    private final Applicants applicants;
    private final Applications applications;
    private final Materials materials;
    private final Findings findings;
    private final AnsweredFacts answered;

    FreezeVersion(
            Applicants applicants,
            Applications applications,
            Materials materials,
            Findings findings,
            AnsweredFacts answered) {
        this.answered = answered;
        this.applicants = applicants;
        this.applications = applications;
        this.materials = materials;
        this.findings = findings;
    }

    /** Freezes it, within the transaction that submits it; the application is held already. */
    Frozen freeze(Application application, Instant arrival, List<Finding> found, Actor actor) {
        String id = application.id();
        String content = Snapshot.of(application, applicants.get(application.applicantId()), materials.of(id));
        applications.arrived(id, arrival, content);
        applications.advance(id, ApplicationState.SUBMITTED, actor, Grounds.NONE);
        int version = application.submissions() + 1;
        findings.keep(id, version, found);
        answered.keep(id, version, application.roundId(), application.facts().extra());
        return new Frozen(applications.get(id), version, content);
    }

    /**
     * A version that was handed in.
     *
     * @param application the application, submitted
     * @param version     its number; the first has number 1
     * @param content     its text, to which the receipt holds
     */
    record Frozen(Application application, int version, String content) {}
}
