package cn.gdpilot.desk.sitecheck;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.opinion.CheckKind;
import cn.gdpilot.domain.opinion.ProjectCheck;
import cn.gdpilot.domain.opinion.ProjectChecks;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks of projects before they are ranked, and their consequences. */
@Service
class CheckDesk {

    private final ProjectChecks checks;
    private final Applications applications;
    private final Hearing hearing;
    private final Outbox outbox;
    private final PilotClock clock;
    private final DuplicatePairs pairs;

    CheckDesk(
            ProjectChecks checks,
            Applications applications,
            Hearing hearing,
            Outbox outbox,
            PilotClock clock,
            DuplicatePairs pairs) {
        this.pairs = pairs;
        this.checks = checks;
        this.applications = applications;
        this.hearing = hearing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The projects that passed the first review, without those that stand in an open pair or of which this check is made already. */
    private List<Application> due(String roundId, CheckKind kind) {
        Set<String> undecided = pairs.undecided(roundId);
        return applications.ofRound(roundId, Set.of(ApplicationState.REVIEWED)).stream()
                .filter(project -> !undecided.contains(project.id()))
                .filter(project -> checks.of(project.id()).stream().noneMatch(made -> made.kind() == kind))
                .toList();
    }

    /** Notes what was found; a project that does not pass is not forwarded (R3.5), and its applicant is told. */
    @Transactional
    public void record(String applicationId, CheckKind kind, boolean passed, String grounds, Actor officer) {
        Application project = applications.lock(applicationId);
        checks.record(new ProjectCheck(applicationId, kind, passed, grounds, officer.person(), clock.now()));
        if (passed || project.state().over()) {
            return;
        }
        String why = Texts.of("check.failed", Texts.label("check", kind), grounds);
        // Its other check is not waited for, and what was dropped for it goes on again.
        applications.advance(applicationId, ApplicationState.NOT_FORWARDED, officer, Grounds.byRule("R3.5", why));
        outbox.post(Letter.of(
                        "not-forwarded/check/" + applicationId + "/" + project.version(),
                        project.roundId(),
                        EndLetter.NOT_FORWARDED.kind(),
                        project.contact().email(),
                        Map.of(
                                "number", project.id(),
                                "project", project.projectName(),
                                "contact", project.contact().name(),
                                "grounds", why,
                                "rule", Clauses.of("R3.5", UnitType.DEPARTMENT),
                                "objectUntil", hearing.objectionDeadline(applicationId)))
                .forApplicant(project.applicantId()));
    }

    /** The keys that the model counts by: project and check, e.g. GD2026-00017/SITE_VISIT. */
    List<String> allDue(String roundId) {
        return checks.organised(roundId).stream()
                .flatMap(kind -> due(roundId, kind).stream().map(project -> project.id() + "/" + kind))
                .toList();
    }
}
