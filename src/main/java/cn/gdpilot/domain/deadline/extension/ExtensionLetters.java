package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.DeadlineEntries;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells whom a later deadline concerns: offices, those who sign there, and applicants who have still something to do. */
@Component
class ExtensionLetters {

    private final Outbox outbox;
    private final Units units;
    private final UnitContacts contacts;
    private final UnitDeadlines deadlines;
    private final ApplicantsConcerned applicants;
    private final DeadlineEntries entries;
    private final ExtensionRequests requests;
    private final CorrectionDates corrections;

    ExtensionLetters(
            Outbox outbox,
            Units units,
            UnitContacts contacts,
            UnitDeadlines deadlines,
            ApplicantsConcerned applicants,
            DeadlineEntries entries,
            ExtensionRequests requests,
            CorrectionDates corrections) {
        this.outbox = outbox;
        this.units = units;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.applicants = applicants;
        this.entries = entries;
        this.requests = requests;
        this.corrections = corrections;
    }

    /** Tells them, once it is granted. */
    void tell(Round round, Extension extension) {
        tell(round, extension, concerned(extension));
    }

    /** The same where a window is opened again: these units, and the offices that their lists go to. */
    void tell(Round round, Extension extension, List<Unit> reopened) {
        // So many changes has the round seen: calendars take this one for the newest.
        int sequence = requests.granted(round.id());
        for (Unit unit : reopened) {
            Letter.Attachment entry = entries.of(
                    round, date(round, unit, DeadlineKind.CITY), date(round, unit, DeadlineKind.MINISTRY), sequence);
            contacts.bothGroups(unit.id()).forEach(group -> post(round, extension, group, unit.name(), "", entry));
            byAddress(applicants.of(round, unit)).values().forEach(ofOne -> tell(round, extension, ofOne, entry));
            if (extension.reopens()) {
                Unit destination = units.get(deadlines.destination(unit.id()));
                post(round, extension, destination.id(), destination.name(), "", entry);
            }
        }
    }

    /** One letter to each person, with the days that stay where they are. */
    private void tell(Round round, Extension extension, List<Application> ofOne, Letter.Attachment entry) {
        Contact contact = ofOne.get(0).contact();
        String staying = ofOne.stream()
                .filter(one -> one.state() == ApplicationState.RETURNED && corrections.isOwn(one))
                .map(one -> Texts.of(
                        "extension.correction-stays",
                        one.projectName(),
                        corrections.inForce(one).text()))
                .collect(Collectors.joining("\n"));
        post(round, extension, contact.email(), contact.name(), staying, entry);
    }

    private static Map<String, List<Application>> byAddress(List<Application> applications) {
        return applications.stream()
                .collect(Collectors.groupingBy(one -> one.contact().email(), LinkedHashMap::new, Collectors.toList()));
    }

    private List<Unit> concerned(Extension extension) {
        if (extension.unitId() != null) {
            return List.of(units.get(extension.unitId()));
        }
        return units.all().stream()
                .filter(unit -> !unit.id().equals(Unit.MINISTRY))
                .filter(unit -> extension.kind() == DeadlineKind.MINISTRY
                        || !bound(unit)
                        || deadlines.kind(unit.id()) == DeadlineKind.CITY
                        || unit.id().equals(Unit.COMMUNICATIONS))
                .toList();
    }

    /** The unit's own date where that deadline binds it, else the round's. */
    private Deadline date(Round round, Unit unit, DeadlineKind kind) {
        return deadlines.kind(unit.id()) == kind ? deadlines.delivery(round.id(), unit.id()) : round.deadline(kind);
    }

    private static boolean bound(Unit unit) {
        return unit.type().takesApplications();
    }

    private void post(
            Round round, Extension extension, String recipient, String to, String staying, Letter.Attachment entry) {
        String all = extension.reopens() ? "extension.of-late" : "deadline.all-units";
        String unit = extension.unitId() == null
                ? Texts.of(all)
                : units.get(extension.unitId()).name();
        outbox.post(new Letter(
                "deadline-moved/" + extension.id() + "/" + recipient,
                round.id(),
                LetterKind.DEADLINE_MOVED,
                recipient,
                Map.of(
                        "to", to,
                        "unit", unit,
                        "title", round.title(),
                        "what", Texts.label("deadline-kind", extension.kind()),
                        "was", extension.wasText(),
                        "becomes", extension.becomesText(),
                        "grounds", extension.grounds(),
                        "corrections", staying),
                entry));
    }
}
