package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.DeadlineEntries;
import cn.gdpilot.domain.deadline.RoundDates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds. */
@Service
class Campaigns {

    private final Rounds rounds;
    private final Units units;
    private final UnitContacts contacts;
    private final Outbox outbox;
    private final PilotClock clock;
    private final DeadlineEntries entries;

    Campaigns(
            Rounds rounds,
            Units units,
            UnitContacts contacts,
            Outbox outbox,
            PilotClock clock,
            DeadlineEntries entries) {
        this.entries = entries;
        this.rounds = rounds;
        this.units = units;
        this.contacts = contacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Opens a round and tells every unit.
     *
     * @param datesInPast true where dates may have passed already: the round of the current year at a first start
     * @throws Refusal if a date is malformed, has passed, or the ministry's lies before the cities'
     */
    @Transactional
    public Round open(
            String title, String noticeNumber, String cityDeadline, String ministryDeadline, boolean datesInPast) {
        String name = PlainName.check("title", title);
        String number =
                noticeNumber == null || noticeNumber.isBlank() ? "" : PlainName.check("noticeNumber", noticeNumber);
        Instant city = date("cityDeadline", cityDeadline);
        Instant ministry = date("ministryDeadline", ministryDeadline);
        Instant now = clock.now();
        if (!datesInPast && (city.isBefore(now) || ministry.isBefore(now))) {
            throw Refusal.byRule("R4.1", "round.past");
        }
        if (ministry.isBefore(city)) {
            throw Refusal.byRule("R4.3", "round.order");
        }
        int year = city.atZone(PilotClock.GUANGDONG).getYear();
        Round round = rounds.add(year, name, number, city, ministry, now);
        Letter.Attachment entry = entries.of(round, round.city(), round.ministry(), 0);
        units.all().forEach(unit -> tell(round, unit, entry));
        return round;
    }

    private void tell(Round round, Unit unit, Letter.Attachment entry) {
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
                entry));
    }

    private static Instant date(String field, String text) {
        try {
            return RoundDates.parse(text == null ? "" : text);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("round.date." + field);
        }
    }
}
