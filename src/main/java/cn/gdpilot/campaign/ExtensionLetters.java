package cn.gdpilot.campaign;

import cn.gdpilot.calendar.Deadline;
import cn.gdpilot.calendar.DeadlineKind;
import cn.gdpilot.calendar.Round;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.Units;
import cn.gdpilot.notice.Letter;
import cn.gdpilot.notice.Outbox;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.project.Applications;
import cn.gdpilot.quota.UnitDeadlines;
import cn.gdpilot.wording.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells whom a later deadline concerns: offices, those who sign there, and applicants who have still something to do. */
@Component
class ExtensionLetters {

    private static final Set<ApplicationState> WITH_APPLICANT = Set.of(ApplicationState.DRAFT, ApplicationState.RETURNED);

    private final Outbox outbox;
    private final Units units;
    private final UnitDeadlines deadlines;
    private final Applications applications;
    private final DeadlineEntries entries;

    ExtensionLetters(Outbox outbox, Units units, UnitDeadlines deadlines, Applications applications, DeadlineEntries entries) {
        this.outbox = outbox;
        this.units = units;
        this.deadlines = deadlines;
        this.applications = applications;
        this.entries = entries;
    }

    /**
     * Tells them.
     *
     * @param sequence how many changes the round has seen, so that calendars take this one for the newest
     */
    void tell(Round round, Extension extension, int sequence) {
        tell(round, extension, sequence, concerned(extension));
    }

    /** The same where a window is opened again: these units, and the offices that their lists go to. */
    void tell(Round round, Extension extension, int sequence, List<Unit> reopened) {
        for (Unit unit : reopened) {
            Deadline own = bound(unit) ? deadlines.delivery(round.id(), unit.id()) : round.ministry();
            boolean city = extension.kind() == DeadlineKind.CITY;
            Letter.Attachment entry =
                    entries.of(round, city && bound(unit) ? own : round.city(), city ? round.ministry() : own, sequence);
            post(round, extension, unit.email(), unit.name(), entry);
            post(round, extension, unit.leadEmail(), unit.name(), entry);
            applications.ofUnit(round.id(), unit.id(), WITH_APPLICANT)
                    .forEach(one -> post(round, extension, one.contactEmail(), one.contactName(), entry));
            if (extension.reopens()) {
                Unit destination = units.get(deadlines.destination(unit.id()));
                post(round, extension, destination.email(), destination.name(), entry);
            }
        }
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

    private static boolean bound(Unit unit) {
        return unit.type().takesApplications();
    }

    private void post(Round round, Extension extension, String address, String to, Letter.Attachment entry) {
        String all = extension.reopens() ? "extension.of-late" : "deadline.all-units";
        String unit = extension.unitId() == null ? Texts.of(all) : units.get(extension.unitId()).name();
        outbox.post(new Letter(
                "deadline-moved/" + extension.id() + "/" + address,
                round.id(),
                "deadline-moved",
                address,
                Map.of(
                        "to", to,
                        "unit", unit,
                        "title", round.title(),
                        "what", Texts.label("deadline-kind", extension.kind()),
                        "was", extension.wasText(),
                        "becomes", extension.becomesText(),
                        "grounds", extension.grounds()),
                entry));
    }
}
