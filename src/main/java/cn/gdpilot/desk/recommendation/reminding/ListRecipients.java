package cn.gdpilot.desk.recommendation.reminding;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the office and group that a reminder about a list goes to. */
@Component
class ListRecipients {

    private static final String DESTINATION = "DESTINATION";

    private static final Set<ApplicationState> UNDECIDED =
            Set.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED);

    private final Units units;
    private final UnitContacts contacts;
    private final Applications applications;

    ListRecipients(Units units, UnitContacts contacts, Applications applications) {
        this.units = units;
        this.contacts = contacts;
        this.applications = applications;
    }

    /**
     * The recipient that the table means.
     *
     * @return empty for applicants, who have another date, and for a lead that has signed
     */
    Optional<Recipient> of(Reminder reminder, Recommendation list) {
        Unit unit = units.get(list.unitId());
        return switch (reminder.recipient()) {
            case "HANDLER" -> Optional.of(waitsForSignature(list) ? lead(unit) : handler(unit));
            // Whoever has signed has nothing more to do.
            case "LEAD" -> Optional.of(lead(unit)).filter(lead -> list.open());
            case DESTINATION -> Optional.of(handler(units.get(list.destination())));
            case "DESTINATION_LEAD" -> Optional.of(lead(units.get(list.destination())));
            // Theirs is another date: see ApplicantReminders.
            case "APPLICANT" -> Optional.empty();
            default ->
                throw new IllegalStateException("reminder-schedule names an unknown recipient " + reminder.recipient());
        };
    }

    /** The handler has done all there is to do; it is the lead's turn. */
    private boolean waitsForSignature(Recommendation list) {
        return list.state() == Recommendation.State.RANKED
                && applications.ofUnit(list.roundId(), list.unitId(), UNDECIDED).isEmpty();
    }

    private Recipient handler(Unit unit) {
        return new Recipient(unit.id(), unit.name(), contacts.mailboxOf(unit.id()));
    }

    private Recipient lead(Unit unit) {
        return new Recipient(unit.leadGroup(), unit.name(), contacts.mailboxOf(unit.leadGroup()));
    }

    /**
     * Whom a reminder goes to.
     *
     * @param group   of the office
     * @param name    office
     * @param mailbox what tells apart who reads which mailbox
     */
    record Recipient(String group, String name, String mailbox) {}
}
