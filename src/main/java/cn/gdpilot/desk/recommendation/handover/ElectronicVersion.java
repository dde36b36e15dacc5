package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.disc.DiscSet;
import cn.gdpilot.domain.disc.Size;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The electronic version of a list that goes to the ministry (R4.4): the summary table, and the disc's content as far as
 * the ministry's mailbox takes it; else a list of files with their hashes, to which the disc follows.
 */
@Service
class ElectronicVersion {

    /** A letter's text has its limit; the whole list is attached. */
    private static final int MOST_LISTED = 5000;

    private final Recommendations recommendations;
    private final Rounds rounds;
    private final Units units;
    private final UnitContacts contacts;
    private final ListDiscs discs;
    private final Enclosures enclosures;
    private final Outbox outbox;
    private final RecordBook book;

    ElectronicVersion(
            Recommendations recommendations,
            Rounds rounds,
            Units units,
            UnitContacts contacts,
            ListDiscs discs,
            Enclosures enclosures,
            Outbox outbox,
            RecordBook book) {
        this.recommendations = recommendations;
        this.rounds = rounds;
        this.units = units;
        this.contacts = contacts;
        this.discs = discs;
        this.enclosures = enclosures;
        this.outbox = outbox;
        this.book = book;
    }

    /**
     * Puts it into the outbox, once for each hand-over; nothing is done for a list that goes to the Department.
     *
     * @throws Refusal if the list has not been handed over
     */
    @Transactional
    public void post(String roundId, String unitId) {
        Recommendation list = recommendations.get(roundId, unitId);
        if (list.open() || list.state() == Recommendation.State.SIGNED) {
            throw Refusal.conflict("list.not-sent");
        }
        if (!list.destination().equals(Unit.MINISTRY) || posted(list).isPresent()) {
            return;
        }
        DiscSet set = discs.of(list);
        boolean whole = enclosures.fit(set);
        String mailbox = contacts.of(Unit.MINISTRY).mailbox();
        String recipient = mailbox.isEmpty() ? Unit.MINISTRY : mailbox;
        Letter letter = new Letter(
                key(list),
                roundId,
                whole ? LetterKind.ELECTRONIC_VERSION : LetterKind.ELECTRONIC_VERSION_LISTED,
                recipient,
                words(list, set),
                new Letter.Attachment(Texts.of("summary.file", units.get(unitId).name()), list.summarySha256()),
                enclosures.of(set, whole));
        outbox.post(letter.forReader(Unit.MINISTRY));
        book.write(RecordEvent.of(
                Actor.SYSTEM,
                "electronic-version.posted",
                list.id(),
                Texts.of(
                        whole ? "electronic.whole" : "electronic.listed",
                        recipient,
                        set.files().size(),
                        Size.of(Enclosures.bytes(set)))));
    }

    /** What became of it; empty while it is not posted. */
    Optional<Outbox.Posted> posted(Recommendation list) {
        return outbox.find(key(list));
    }

    private static String key(Recommendation list) {
        // A list that was taken back is handed over, and mailed, once more.
        return "electronic-version/" + list.id()
                + (list.sentAt() == null ? "" : "/" + list.sentAt().getEpochSecond());
    }

    private Map<String, String> words(Recommendation list, DiscSet set) {
        StringBuilder listed = new StringBuilder();
        int count = 0;
        for (String line : set.lines()) {
            if (listed.length() + line.length() > MOST_LISTED) {
                break;
            }
            listed.append(line).append('\n');
            count++;
        }
        if (count < set.files().size()) {
            listed.append(Texts.of("electronic.more", set.files().size() - count));
        }
        return Map.of(
                "unit", units.get(list.unitId()).name(),
                "destination", units.get(list.destination()).name(),
                "title", rounds.get(list.roundId()).title(),
                "files", String.valueOf(set.files().size()),
                "size", Size.of(Enclosures.bytes(set)),
                "limit", Size.of(enclosures.limit().toBytes()),
                "list", listed.toString().strip());
    }
}
