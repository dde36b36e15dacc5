package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.CheckedFinding;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.opinion.AcceptancePoints;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationAccepted;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts an application that has arrived. */
@Service
class Acceptance {

    private final Applications applications;
    private final SelfCheck selfCheck;
    private final OpenUnitList unitList;
    private final Findings findings;
    private final CreditRule credit;
    private final AcceptancePoints points;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;

    Acceptance(
            Applications applications,
            SelfCheck selfCheck,
            OpenUnitList unitList,
            Findings findings,
            CreditRule credit,
            AcceptancePoints points,
            ApplicationEventPublisher events,
            PilotClock clock) {
        this.applications = applications;
        this.selfCheck = selfCheck;
        this.unitList = unitList;
        this.findings = findings;
        this.credit = credit;
        this.points = points;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Accepts; the credit record must have been looked up (R2.3), every table is asked again, and what they leave to a person must
     * have been looked at.
     *
     * @param ticked seals and signatures that the officer has looked at; null where the form was not asked
     * @throws Refusal if the unit's list has gone, a table forbids it, or something was not looked at
     */
    @Transactional
    public void accept(String id, List<String> ticked, String grounds, Actor officer) {
        unitList.holdOpen(applications.lock(id));
        points.check(ticked);
        credit.holdClean(id);
        Application application = applications.get(id);
        List<CheckedFinding> found = selfCheck.beside(application);
        found.stream()
                .filter(CheckedFinding::refuses)
                .map(CheckedFinding::finding)
                .findFirst()
                .ifPresent(finding -> {
                    throw Refusal.byTable(finding.rule(), finding.message());
                });
        if (found.stream()
                .anyMatch(one -> one.finding().verdict() == Finding.Verdict.REFER
                        && MaterialKind.VIDEO.name().equals(one.field()))) {
            throw Refusal.byRule("R2.12", "accept.video-unknown");
        }
        findings.settle(
                id,
                application.submissions(),
                found.stream().map(CheckedFinding::finding).toList(),
                clock.now());
        points.keep(id, application.submissions(), ticked, officer);
        applications.advance(id, ApplicationState.ACCEPTED, officer, Grounds.because(grounds));
        events.publishEvent(new ApplicationAccepted(application.roundId(), id, application.channel()));
    }
}
