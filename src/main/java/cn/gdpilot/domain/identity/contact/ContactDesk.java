package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.ContactChange.Decision;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of offices' contact data, by two people: somebody who handles for the office proposes, somebody else who signs
 * for it confirms. The Department may do either for offices that take applications: it runs the round, and a central
 * enterprise may have nobody here yet.
 */
@Service
public class ContactDesk {

    private final Units units;
    private final UnitContacts contacts;
    private final ContactChanges changes;
    private final ContactRecord record;
    private final PilotClock clock;

    ContactDesk(Units units, UnitContacts contacts, ContactChanges changes, ContactRecord record, PilotClock clock) {
        this.units = units;
        this.contacts = contacts;
        this.changes = changes;
        this.record = record;
        this.clock = clock;
    }

    /** Whether this person may propose a change for that office. */
    boolean mayPropose(Person person, Unit unit) {
        return has(person, unit, unit.id(), Unit.DEPARTMENT);
    }

    /** Whether this person may decide changes for that office; one's own is refused all the same. */
    boolean mayDecide(Person person, Unit unit) {
        return has(person, unit, unit.leadGroup(), units.get(Unit.DEPARTMENT).leadGroup());
    }

    private static boolean has(Person person, Unit unit, String own, String departments) {
        return person.groups().contains(own)
                || unit.type().takesApplications() && person.groups().contains(departments);
    }

    /** How many open changes this person may decide, for the start page. */
    @Transactional(readOnly = true)
    public long waitingFor(Person person) {
        return changes.open().stream()
                .filter(one -> !one.proposedBy().equals(person.username()))
                .filter(one -> mayDecide(person, units.get(one.unitId())))
                .count();
    }

    /**
     * Proposes what is to hold; the values that hold stay until somebody else confirms.
     *
     * @param seen version of the values that the proposer has changed
     * @throws Refusal if the person may not, a change is open, the values have changed meanwhile, nothing is different, or
     *     no reason or no address for those who handle is given
     */
    @Transactional
    public void propose(String unitId, ContactData data, int seen, String grounds, Person by) {
        Unit unit = units.get(unitId);
        if (!mayPropose(by, unit)) {
            throw Refusal.forbidden("unit-contact.not-yours", unit.name());
        }
        UnitContact now = contacts.lock(unitId);
        if (changes.open(unitId).isPresent()) {
            throw Refusal.conflict("unit-contact.open");
        }
        if (now.version() != seen) {
            throw Refusal.conflict("unit-contact.changed-meanwhile");
        }
        if (data.email().isEmpty()) {
            throw Refusal.invalid("unit-contact.no-email");
        }
        if (now.data().differencesTo(data).isEmpty()) {
            throw Refusal.invalid("unit-contact.nothing-changed");
        }
        String why = checked("unit-contact.grounds", grounds);
        changes.add(unitId, data, why, by.username());
        record.keep("unit-contact.proposed", unitId, why, now.data(), data, actor(by));
    }

    /**
     * Decides what somebody else has proposed.
     *
     * @param note why; needed to refuse
     * @throws Refusal if the person may not, has proposed it, or it is decided already
     */
    @Transactional
    public void decide(long id, boolean confirmed, String note, Person by) {
        ContactChange change = changes.get(id);
        Unit unit = units.get(change.unitId());
        if (!mayDecide(by, unit)) {
            throw Refusal.forbidden("unit-contact.not-yours-to-decide", unit.name());
        }
        if (change.proposedBy().equals(by.username())) {
            throw Refusal.forbidden("unit-contact.second-person");
        }
        ContactData was = stillOpen(change);
        String why = confirmed ? null : checked("unit-contact.note", note);
        changes.decide(id, confirmed ? Decision.CONFIRMED : Decision.REFUSED, why, by.username());
        if (confirmed) {
            contacts.change(unit.id(), change.data(), clock.now());
        }
        record.keep(
                confirmed ? "unit-contact.confirmed" : "unit-contact.refused",
                unit.id(),
                confirmed ? change.grounds() : why,
                was,
                change.data(),
                actor(by));
    }

    /** Takes back what somebody who handles for the office has proposed, to propose something else. */
    @Transactional
    public void withdraw(long id, Person by) {
        ContactChange change = changes.get(id);
        Unit unit = units.get(change.unitId());
        if (!mayPropose(by, unit)) {
            throw Refusal.forbidden("unit-contact.not-yours", unit.name());
        }
        ContactData was = stillOpen(change);
        changes.decide(id, Decision.WITHDRAWN, null, by.username());
        record.keep("unit-contact.withdrawn", unit.id(), null, was, change.data(), actor(by));
    }

    /** Locks the office and returns what holds there, if the change still waits. */
    private ContactData stillOpen(ContactChange change) {
        ContactData now = contacts.lock(change.unitId()).data();
        if (changes.get(change.id()).decision() != null) {
            throw Refusal.conflict("unit-contact.decided");
        }
        return now;
    }

    private static String checked(String key, String text) {
        if (Words.none(text) || TextLimit.REASON.exceededBy(text)) {
            throw Refusal.invalid(key, TextLimit.REASON.length());
        }
        return text.strip();
    }

    private static Actor actor(Person person) {
        return new Actor(person.username(), person.office());
    }
}
