package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.DeadlineEntries;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a unit that a round is open, until when it delivers, and whom it asks; with both dates for its calendar. */
@Component
class OpeningLetters {

    private final UnitContacts contacts;
    private final DeadlineEntries entries;
    private final Outbox outbox;

    OpeningLetters(UnitContacts contacts, DeadlineEntries entries, Outbox outbox) {
        this.contacts = contacts;
        this.entries = entries;
        this.outbox = outbox;
    }

    /** Once a round and unit, by the dates that hold now. */
    void tell(Round round, Unit unit) {
        outbox.post(new Letter(
                "opening/" + round.id() + "/" + unit.id(),
                round.id(),
                LetterKind.OPENING,
                unit.id(),
                Map.of(
                        "unit", unit.name(),
                        "title", round.title(),
                        "notice", round.noticeNumber(),
                        "city", round.city().text(),
                        "cityContact", contacts.of(Unit.DEPARTMENT).text(),
                        "ministry", round.ministry().text(),
                        "ministryContact", contacts.of(Unit.MINISTRY).text()),
                entries.of(round, round.city(), round.ministry(), 0)));
    }
}
