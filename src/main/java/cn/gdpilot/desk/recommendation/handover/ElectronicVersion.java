package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.disc.Disc;
import cn.gdpilot.domain.disc.DiscFile;
import cn.gdpilot.domain.disc.DiscSet;
import cn.gdpilot.domain.disc.Size;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * The electronic version of a list that goes to the ministry (R4.4): the summary table, and the disc's content as far as
 * the ministry's mailbox takes it; else a list of files with their hashes, to which the disc follows.
 */
@Service
class ElectronicVersion {

    private static final Logger LOG = LoggerFactory.getLogger(ElectronicVersion.class);
    /** A letter's text has its limit; the whole list is attached. */
    private static final int MOST_LISTED = 5000;

    private static final long LARGEST_TEXT = 50L * 1024 * 1024;

    private final Recommendations recommendations;
    private final Rounds rounds;
    private final Units units;
    private final UnitContacts contacts;
    private final ListDiscs discs;
    private final Disc disc;
    private final FileStore store;
    private final Outbox outbox;
    private final RecordBook book;
    private final DataSize limit;

    ElectronicVersion(
            Recommendations recommendations,
            Rounds rounds,
            Units units,
            UnitContacts contacts,
            ListDiscs discs,
            Disc disc,
            FileStore store,
            Outbox outbox,
            RecordBook book,
            @Value("${pilot.electronic-version.attachments}") DataSize limit) {
        this.recommendations = recommendations;
        this.rounds = rounds;
        this.units = units;
        this.contacts = contacts;
        this.discs = discs;
        this.disc = disc;
        this.store = store;
        this.outbox = outbox;
        this.book = book;
        this.limit = limit;
    }

    /** Puts it into the outbox, once for each list; nothing is done for a list that goes to the Department. */
    @Transactional
    public void post(String roundId, String unitId) {
        Recommendation list = recommendations.get(roundId, unitId);
        if (!list.destination().equals(Unit.MINISTRY) || posted(list).isPresent()) {
            return;
        }
        DiscSet set = discs.of(list);
        boolean whole = fits(set);
        String mailbox = contacts.of(Unit.MINISTRY).mailbox();
        String recipient = mailbox.isEmpty() ? Unit.MINISTRY : mailbox;
        outbox.post(new Letter(
                key(list),
                roundId,
                whole ? "electronic-version" : "electronic-version-listed",
                recipient,
                words(list, set),
                new Letter.Attachment(Texts.of("summary.file", units.get(unitId).name()), list.summarySha256()),
                enclosed(set, whole)));
        book.write(RecordEvent.of(
                Actor.SYSTEM,
                "electronic-version.posted",
                list.id(),
                Texts.of(
                        whole ? "electronic.whole" : "electronic.listed",
                        recipient,
                        set.files().size(),
                        Size.of(bytes(set)))));
    }

    /** What became of it; empty while it is not posted. */
    Optional<Outbox.Posted> posted(Recommendation list) {
        return outbox.find(key(list));
    }

    private static String key(Recommendation list) {
        return "electronic-version/" + list.id();
    }

    /** Whether the mailbox takes all of it; what may not be opened, or is damaged, holds up no hand-over, and is not mailed. */
    private boolean fits(DiscSet set) {
        if (bytes(set) > limit.toBytes()) {
            return false;
        }
        try {
            disc.check(set.files());
            return true;
        } catch (Refusal notNow) {
            LOG.warn("The materials are not mailed: {}", notNow.getMessage());
            return false;
        }
    }

    private List<Letter.Attachment> enclosed(DiscSet set, boolean whole) {
        List<Letter.Attachment> enclosed = new ArrayList<>(List.of(
                text("electronic.files", String.join("\r\n", set.lines())), text("electronic.index", set.index())));
        if (whole) {
            set.files()
                    .forEach(file -> enclosed.add(
                            new Letter.Attachment(name(file), file.material().sha256())));
        }
        return enclosed;
    }

    private Letter.Attachment text(String name, String content) {
        try {
            byte[] bytes = content.isEmpty() ? new byte[] {'\n'} : content.getBytes(StandardCharsets.UTF_8);
            return new Letter.Attachment(
                    Texts.of(name),
                    store.keep(new ByteArrayInputStream(bytes), LARGEST_TEXT).sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mails know no folders: place of the project, class and name. */
    private static String name(DiscFile file) {
        String[] path = file.path().split("/");
        return "%02d_%s_%s".formatted(file.project(), path[path.length - 2], path[path.length - 1]);
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
                "size", Size.of(bytes(set)),
                "limit", Size.of(limit.toBytes()),
                "list", listed.toString().strip());
    }

    private static long bytes(DiscSet set) {
        return set.files().stream()
                .mapToLong(file -> file.material().sizeBytes())
                .sum();
    }
}
