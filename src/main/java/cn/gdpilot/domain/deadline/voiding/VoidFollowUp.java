package cn.gdpilot.domain.deadline.voiding;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the applications of a void round at once, and tells their applicants batch by batch. */
@Component
public class VoidFollowUp {

    private static final Set<ApplicationState> ENDED = Set.of(ApplicationState.VOID);

    private final Rounds rounds;
    private final Applications applications;
    private final VoidRequests requests;
    private final Units units;
    private final UnitContacts contacts;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    VoidFollowUp(
            Rounds rounds,
            Applications applications,
            VoidRequests requests,
            Units units,
            UnitContacts contacts,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.applications = applications;
        this.requests = requests;
        this.units = units;
        this.contacts = contacts;
        this.outbox = outbox;
        this.events = events;
    }

    void endApplications(String roundId, String reason, Actor officer) {
        applications.endAll(roundId, officer, Grounds.because(Texts.of("void.grounds", reason)));
        events.publishEvent(new RoundVoided(roundId, reason));
    }

    void tellOffices(Round round, String reason) {
        outbox.postAll(units.all().stream()
                .flatMap(unit -> contacts.bothGroups(unit.id()).stream()
                        .map(group -> Letter.of(
                                "void/" + round.id() + "/" + group,
                                round.id(),
                                LetterKind.ROUND_VOID_OFFICE,
                                group,
                                Map.of("unit", unit.name(), "title", round.title(), "reason", reason))))
                .toList());
    }

    /** Ends what came in the same instant: a draft that was begun while the round became void. */
    @Transactional
    public void sweep(String roundId) {
        granted(roundId)
                .ifPresent(asked -> endApplications(roundId, asked.reason(), new Actor(asked.decidedBy(), null)));
    }

    /**
     * Tells the applicants of the next applications that the round has ended, in order of their numbers.
     *
     * @param after the last number that is told already; empty at the beginning
     * @return the last number that is told now; empty once all are
     */
    @Transactional
    public Optional<String> tellNext(String roundId, String after, int most) {
        Round round = rounds.get(roundId);
        String reason = granted(roundId).map(VoidRequest::reason).orElse("");
        List<Application> next = applications.ofRound(roundId, ENDED).stream()
                .filter(one -> one.id().compareTo(after) > 0)
                .limit(most)
                .toList();
        outbox.postAll(next.stream().map(one -> letter(round, one, reason)).toList());
        return next.stream().map(Application::id).reduce((first, second) -> second);
    }

    private static Letter letter(Round round, Application application, String reason) {
        return Letter.of(
                        "void/" + application.id(),
                        round.id(),
                        EndLetter.ROUND_VOID.kind(),
                        application.contact().email(),
                        Map.of(
                                "number", application.id(),
                                "project", application.projectName(),
                                "contact", application.contact().name(),
                                "title", round.title(),
                                "grounds", reason))
                .forApplicant(application.applicantId());
    }

    private Optional<VoidRequest> granted(String roundId) {
        return requests.of(roundId).stream()
                .filter(one -> Boolean.TRUE.equals(one.granted()))
                .findFirst();
    }
}
