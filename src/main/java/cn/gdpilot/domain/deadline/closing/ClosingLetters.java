package cn.gdpilot.domain.deadline.closing;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Clauses;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    ClosingLetters(Outbox outbox, Units units, UnitContacts contacts, Applications applications, Timeline timeline) {
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
                .flatMap(list ->
                        missed(round, list, offices.get(list.unitId()), offices.get(list.destination()), deadline))
                .toList());
    }

    private Stream<Letter> missed(Round round, Recommendation list, Unit unit, Unit destination, Deadline deadline) {
        Map<String, String> words = Map.of(
                "unit", unit.name(),
                "title", round.title(),
                "destination", destination.name(),
                "deadline", deadline.text(),
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
        // One letter a closing: another one may come, if the window is opened again.
        outbox.postAll(applications.all(batch.applications()).values().stream()
                .map(application -> Letter.of(
                                "missed/" + application.id() + "/" + batch.closingId(),
                                application.roundId(),
                                EndLetter.MISSED_APPLICATION.kind(),
                                application.contact().email(),
                                EndGrounds.words(
                                        application,
                                        offices.get(application.unitId()),
                                        reached.computeIfAbsent(
                                                application.unitId(),
                                                unit -> contacts.of(unit).text()),
                                        grounds.get(application.id())))
                        .forApplicant(application.applicantId()))
                .toList());
        if (!batch.undecided()) {
            applications.tellMissed(batch.applications());
        }
    }
}
