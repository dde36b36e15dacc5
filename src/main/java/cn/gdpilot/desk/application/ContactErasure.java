package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.project.ContactErasures;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the contacts in the applications of a round when they have been kept long enough, in the frozen versions and
 * the letters too. Projects, decisions and receipts stay; that it was done stays as a proof.
 */
@Component
class ContactErasure {

    private final ContactErasures erasures;
    private final Outbox outbox;
    private final Objections objections;
    private final Rounds rounds;
    private final PilotClock clock;
    private final RecordBook book;
    private final Period kept;

    ContactErasure(
            ContactErasures erasures,
            Outbox outbox,
            Objections objections,
            Rounds rounds,
            PilotClock clock,
            RecordBook book,
            @Value("${pilot.privacy.keep-contacts}") Period kept) {
        this.erasures = erasures;
        this.outbox = outbox;
        this.objections = objections;
        this.rounds = rounds;
        this.clock = clock;
        this.book = book;
        this.kept = kept;
    }

    /** Erases what is due, once a night. */
    @Scheduled(cron = "0 20 0 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void run() {
        rounds.all().stream()
                .filter(this::isDue)
                .map(round -> rounds.lock(round.id()))
                .filter(this::isDue)
                .forEach(this::erase);
    }

    private boolean isDue(Round round) {
        ZonedDateTime until =
                round.ministryDeadline().atZone(PilotClock.GUANGDONG).plus(kept);
        return !erasures.isDone(round.id()) && !clock.now().isBefore(until.toInstant());
    }

    private void erase(Round round) {
        List<String> ids = erasures.eraseApplications(round.id());
        objections.eraseContacts(round.id());
        int versions = ids.stream()
                .mapToInt(id -> erasures.eraseVersions(id, Snapshot::withoutContacts))
                .sum();
        int letters = outbox.eraseContacts(round.id());
        String digest = digest(ids);
        erasures.keep(new ContactErasures.Proof(round.id(), clock.now(), ids.size(), versions, letters, digest));
        book.write(new RecordEvent(
                Actor.SYSTEM,
                "contacts.erased",
                round.id(),
                null,
                null,
                ids.size() + " / " + versions + " / " + letters + " " + digest,
                null));
    }

    private static String digest(List<String> ids) {
        try {
            byte[] all = String.join("\n", ids).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
