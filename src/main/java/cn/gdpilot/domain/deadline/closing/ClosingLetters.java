package cn.gdpilot.domain.deadline.closing;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.EvidenceDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Clauses;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters about what a deadline has closed: to offices at once, to applicants batch by batch. */
@Component
class ClosingLetters {

    private final Outbox outbox;
    private final Units units;
    private final UnitContacts contacts;
    private final Applications applications;
    private final Timeline timeline;
    private final Recommendations recommendations;
    private final EvidenceDays evidence;

    ClosingLetters(
            Outbox outbox,
            Units units,
            UnitContacts contacts,
            Applications applications,
            Timeline timeline,
            Recommendations recommendations,
            EvidenceDays evidence) {
        this.evidence = evidence;
        this.recommendations = recommendations;
        this.outbox = outbox;
        this.units = units;
        this.contacts = contacts;
        this.applications = applications;
        this.timeline = timeline;
    }

    /** To each list's unit, its lead and the destination: the list is not accepted. */
    void tell(Round round, Collection<Recommendation> lists, Deadline deadline) {
        Map<String, Unit> offices = units.byId();
        outbox.postAll(lists.stream()
                .flatMap(list -> missed(round, list, offices, deadline))
                .toList());
    }

    private Stream<Letter> missed(Round round, Recommendation list, Map<String, Unit> offices, Deadline deadline) {
        Unit unit = offices.get(list.unitId());
        Unit destination = offices.get(list.destination());
        Map<String, String> words = Map.of(
                "unit", unit.name(),
                "title", round.title(),
                "destination", destination.name(),
                "deadline", deadline.text(),
                // Only what was on its way can have arrived in time (R4.7).
                "evidenceUntil",
                        list.sentAt() == null
                                ? ""
                                : evidence.last(round.id(), deadline).toString(),
                "reopener", offices.get(UnitDeadlines.mover(list.unitId())).name(),
                "rule", Clauses.of(list.deadline().rule()));
        String key = "missed/" + list.id() + "/" + deadline.lastMoment().getEpochSecond();
        return Stream.concat(contacts.bothGroups(unit.id()).stream(), Stream.of(destination.id()))
                .map(group -> Letter.of(key + "/" + group, round.id(), LetterKind.MISSED_LIST, group, words));
    }

    /** To the applicants of a batch: it is closed, and why. Also to everything that waits for one that had gone further. */
    @EventListener
    public void tell(ClosedBatch batch) {
        Map<String, Grounds> grounds = timeline.latest(batch.applications(), ApplicationState.MISSED_DEADLINE.name());
        Map<String, Unit> offices = units.byId();
        Map<String, String> reached = new HashMap<>();
        Collection<Application> closed = applications.all(batch.applications()).values();
        Map<String, Recommendation> lists = batch.undecided() ? Map.of() : lists(closed);
        // One letter a closing: another one may come, if the window is opened again.
        outbox.postAll(closed.stream()
                .map(application -> {
                    Recommendation list = late(application, lists);
                    String office = list == null ? application.unitId() : list.unitId();
                    return Letter.of(
                                    "missed/" + application.id() + "/" + batch.closingId(),
                                    application.roundId(),
                                    EndLetter.MISSED_APPLICATION.kind(),
                                    application.contact().email(),
                                    EndGrounds.missedWords(
                                            application,
                                            offices.get(office),
                                            reached.computeIfAbsent(
                                                    office,
                                                    unit -> contacts.of(unit).text()),
                                            grounds.get(application.id()),
                                            list,
                                            list == null ? null : offices.get(list.destination()),
                                            reopens(application)))
                            .forApplicant(application.applicantId());
                })
                .toList());
        if (!batch.undecided()) {
            applications.tellMissed(batch.applications());
        }
    }

    /** Asked of the CA's only: a closing has thousands. */
    private boolean reopens(Application application) {
        return !application.unitId().equals(Unit.COMMUNICATIONS)
                || EndGrounds.reopens(application.unitId(), applications.beforeMissing(application.id()));
    }

    /** Lists of these applications' rounds, by id. */
    private Map<String, Recommendation> lists(Collection<Application> closed) {
        return closed.stream()
                .map(Application::roundId)
                .distinct()
                .flatMap(round -> recommendations.ofRound(round).stream())
                .collect(Collectors.toMap(Recommendation::id, Function.identity()));
    }

    /** The list that has missed its deadline: the unit's; where that had arrived, the one of the office that received it. */
    private static Recommendation late(Application application, Map<String, Recommendation> lists) {
        Recommendation own = lists.get(Recommendation.idOf(application.roundId(), application.unitId()));
        return own == null || own.state() != Recommendation.State.ARRIVED
                ? own
                : lists.getOrDefault(Recommendation.idOf(application.roundId(), own.destination()), own);
    }
}
