package cn.gdpilot.desk.communicationsreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Communications Administration's decisions about the projects handed in to it. */
@Service
class CommunicationsDesk {

    private static final Set<ApplicationState> LIVE =
            Set.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED, ApplicationState.ACCEPTED);

    private final Applications applications;
    private final Opinions opinions;
    private final Rounds rounds;
    private final Hearing hearing;
    private final Outbox outbox;
    private final PilotClock clock;

    CommunicationsDesk(
            Applications applications,
            Opinions opinions,
            Rounds rounds,
            Hearing hearing,
            Outbox outbox,
            PilotClock clock) {
        this.applications = applications;
        this.opinions = opinions;
        this.rounds = rounds;
        this.hearing = hearing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Those without the CA's opinion. A returned project is among them while it may still come back, and ends with its
     * window. The round's row stays locked until the transaction ends, so that two reviews never take one project.
     */
    @Transactional
    public List<Application> live(String roundId) {
        rounds.lock(roundId);
        return applications.ofUnit(roundId, Unit.COMMUNICATIONS, LIVE).stream()
                .filter(one -> opinions.find(UnitType.COMMS_ADMIN, one.id()).isEmpty())
                .toList();
    }

    /** True once the cities' deadline is past: from then on the round does not take in by itself what comes later (R4.1). */
    boolean begun(String roundId) {
        return !rounds.get(roundId).city().includes(clock.now());
    }

    /** True from the cities' deadline on until the round notes that the CA has reviewed all. */
    boolean isUnderWay(String roundId) {
        return begun(roundId) && rounds.get(roundId).communicationsReviewedAt() == null;
    }

    /** Gives the CA's opinion: a project that passes may be ranked, any other is not recommended (R3.5). */
    @Transactional
    public void review(String applicationId, ReviewOutcome outcome, String grounds, Actor officer) {
        Application application = applications.lock(applicationId);
        if (application.state() != ApplicationState.ACCEPTED) {
            throw Refusal.conflict("review.not-accepted-yet");
        }
        Opinion opinion =
                opinions.give(UnitType.COMMS_ADMIN, applicationId, outcome, grounds, officer.person(), clock.now());
        if (!opinion.passes()) {
            applications.advance(
                    applicationId, ApplicationState.NOT_RECOMMENDED, officer, Grounds.byRule("R3.5", grounds));
            tell(application, grounds);
        }
    }

    /** Holds the round's row until the transaction ends: of two reviews that end in one instant the second sees that it is the last. */
    @Transactional
    public void hold(String roundId) {
        rounds.lock(roundId);
    }

    /**
     * Notes on the round that the CA has reviewed all; the round's row stays locked until the transaction ends.
     *
     * @throws Refusal if the cities' deadline has not passed, after which the review begins
     */
    @Transactional
    public void finish(String roundId) {
        if (rounds.lock(roundId).city().includes(clock.now())) {
            throw Refusal.conflict("review.not-begun");
        }
        rounds.communicationsReviewed(roundId, clock.now());
    }

    private void tell(Application application, String grounds) {
        outbox.post(Letter.of(
                        "not-recommended/" + application.id() + "/" + application.version(),
                        application.roundId(),
                        EndLetter.NOT_RECOMMENDED.kind(),
                        application.contact().email(),
                        Map.of(
                                "number", application.id(),
                                "project", application.projectName(),
                                "contact", application.contact().name(),
                                "grounds", grounds,
                                "rule", Clauses.of("R3.5", UnitType.COMMS_ADMIN),
                                "objectUntil", hearing.objectionDeadline(application.id())))
                .forApplicant(application.applicantId()));
    }
}
