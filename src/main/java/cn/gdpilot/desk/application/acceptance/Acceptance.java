package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.desk.application.CheckedFinding;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.eligibility.credit.CreditLookup;
import cn.gdpilot.domain.eligibility.credit.CreditLookups;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.opinion.Corrections;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationAccepted;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a unit decides about an application that has arrived: accept, return for correction, refuse. */
@Service
class Acceptance {

    private static final String CLEAN = "CLEAN";

    private final Rounds rounds;
    private final Applications applications;
    private final Timeline timeline;
    private final SelfCheck selfCheck;
    private final Findings findings;
    private final Corrections corrections;
    private final CreditLookups credit;
    private final ApplicationLetters letters;
    private final UnitDeadlines deadlines;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;
    private final boolean reportCompulsory;

    Acceptance(
            Rounds rounds,
            Applications applications,
            Timeline timeline,
            SelfCheck selfCheck,
            Findings findings,
            Corrections corrections,
            CreditLookups credit,
            ApplicationLetters letters,
            UnitDeadlines deadlines,
            ApplicationEventPublisher events,
            PilotClock clock,
            @Value("${pilot.credit.report-compulsory}") boolean reportCompulsory) {
        this.rounds = rounds;
        this.applications = applications;
        this.timeline = timeline;
        this.selfCheck = selfCheck;
        this.findings = findings;
        this.corrections = corrections;
        this.credit = credit;
        this.letters = letters;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
        this.reportCompulsory = reportCompulsory;
    }

    /**
     * Accepts; every table is asked again, and what they leave to a person must have been looked at.
     *
     * @param creditRecord CLEAN or DISHONEST, as 信用中国 shows (R2.3); null if it stands in the dossier already. An
     *     application whose record nobody has looked up can not be accepted
     */
    @Transactional
    public void accept(String id, String creditRecord, String grounds, Actor officer) {
        holdCredit(id, creditRecord, officer);
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
        applications.advance(id, ApplicationState.ACCEPTED, officer, Grounds.because(grounds));
        events.publishEvent(new ApplicationAccepted(application.roundId(), id, application.channel()));
    }

    /** R2.3: what the dossier says counts; what the form says is written there first. */
    private void holdCredit(String id, String creditRecord, Actor officer) {
        String known = credit.counting(id).map(CreditLookup::result).orElse(null);
        if (creditRecord == null && known == null) {
            throw Refusal.byRule("R2.3", "accept.credit-missing");
        }
        if (creditRecord != null && known != null && !creditRecord.equals(known)) {
            throw Refusal.byRule("R2.3", "accept.credit-contradicts");
        }
        if (known == null) {
            credit.found(id, creditRecord, Texts.of("credit.by-form"), null, officer);
            applications.recordDishonesty(id, !CLEAN.equals(creditRecord));
        }
        CreditLookup counting = credit.counting(id).orElseThrow();
        if (!counting.clean()) {
            throw Refusal.byRule("R2.3", "accept.credit-bad");
        }
        if (reportCompulsory && counting.reportSha256() == null) {
            throw Refusal.byRule("R2.3", "accept.credit-report");
        }
    }

    /** Returns for correction; the applicant is told what to correct beside each item (R2.13). */
    @Transactional
    public void giveBack(String id, ReturnNote note, Actor officer) {
        checkCorrectable(applications.get(id));
        Application returned =
                applications.advance(id, ApplicationState.RETURNED, officer, Grounds.because(note.grounds()));
        corrections.ask(id, returned.submissions(), note.corrections());
    }

    /** What can not be handed in again is not given back: the CA decides for days after it has stopped taking applications. */
    private void checkCorrectable(Application application) {
        Deadline window = deadlines.submission(rounds.get(application.roundId()), application.unitId());
        if (!window.includes(clock.now())) {
            throw Refusal.byRule("R4.1", "accept.return-late", window.text());
        }
    }

    /** Refuses; the rule must be named. */
    @Transactional
    public void refuse(String id, String rule, String grounds, Actor officer) {
        if (rule == null || !rule.matches("R\\d{1,2}\\.\\d{1,2}")) {
            throw Refusal.invalid("accept.rule-missing");
        }
        applications.advance(id, ApplicationState.REFUSED, officer, Grounds.byRule(rule, grounds));
    }

    /** Tells the applicant what to correct. */
    @Transactional
    public void tellReturn(String id) {
        Application returned = applications.get(id);
        Deadline window = deadlines.submission(rounds.get(returned.roundId()), returned.unitId());
        letters.returned(returned, lastStep(id).grounds(), window);
    }

    /** Tells the applicant that and why it was refused. */
    @Transactional
    public void tellRefusal(String id) {
        TimelineEntry refusal = lastStep(id);
        letters.refused(applications.get(id), refusal.rule(), refusal.grounds());
    }

    /**
     * Closes an application that its unit has not decided in time, where the deadline's closing has not reached it, e.g.
     * an instance of an earlier model with a timer of its own.
     *
     * @throws IllegalStateException if the deadline has not passed by the database's clock: a node's clock runs ahead
     */
    @Transactional
    public void close(String id) {
        // Read first: after a deadline thousands come that the domain has closed already, and none of them need be
        // locked.
        if (isClosed(applications.get(id))) {
            return;
        }
        Application application = applications.lock(id);
        if (isClosed(application)) {
            return;
        }
        Deadline deadline = deadlines.delivery(application.roundId(), application.unitId());
        if (deadline.includes(clock.now())) {
            throw new IllegalStateException("The deadline of " + id + " has not passed");
        }
        Grounds grounds = EndGrounds.undecided(application.state(), deadlines.kind(application.unitId()), deadline);
        applications.advance(id, ApplicationState.MISSED_DEADLINE, Actor.SYSTEM, grounds);
        letters.missed(application, grounds);
    }

    private static boolean isClosed(Application application) {
        return application.state() != ApplicationState.SUBMITTED && application.state() != ApplicationState.RETURNED;
    }

    /** Grounds come from the record, not from process variables, which people could have written. */
    private TimelineEntry lastStep(String id) {
        List<TimelineEntry> steps = timeline.of(id);
        return steps.get(steps.size() - 1);
    }
}
