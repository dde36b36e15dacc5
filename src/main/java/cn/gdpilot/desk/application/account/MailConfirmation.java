package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.confirmation.MailConfirmations;
import cn.gdpilot.domain.identity.limit.LimitSettings;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An applicant confirms the mail address of its contact, by a link that only a letter to that address carries. */
@Service
public class MailConfirmation {

    private static final Duration DAY = Duration.ofDays(1);
    /** A park may register its firms with one mailbox; a stranger's mailbox must not be flooded from many accounts. */
    private static final int OF_ONE_MAILBOX = 4;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(PilotClock.GUANGDONG);

    private final MailConfirmations confirmations;
    private final Applicants applicants;
    private final Outbox outbox;
    private final RecordBook book;
    private final PilotClock clock;
    private final LimitSettings settings;
    private final String address;

    MailConfirmation(
            MailConfirmations confirmations,
            Applicants applicants,
            Outbox outbox,
            RecordBook book,
            PilotClock clock,
            LimitSettings settings,
            @Value("${pilot.public-address}") String address) {
        this.confirmations = confirmations;
        this.applicants = applicants;
        this.outbox = outbox;
        this.book = book;
        this.clock = clock;
        this.settings = settings;
        this.address = address;
    }

    /** True if the applicant must confirm the address of its contact before anything is uploaded. */
    public boolean isMissing(long applicantId) {
        return settings.confirmedMail()
                && !confirmations.isConfirmed(
                        applicantId, applicants.get(applicantId).contact().email());
    }

    /** @throws Refusal if the applicant must confirm the address first */
    public void check(long applicantId) {
        if (isMissing(applicantId)) {
            throw Refusal.forbidden("confirmation.missing").because(Limit.CONFIRMED_MAIL);
        }
    }

    /** How things stand, for pages and programs. */
    public State state(long applicantId) {
        return new State(
                settings.confirmedMail(),
                confirmations.isConfirmed(
                        applicantId, applicants.get(applicantId).contact().email()));
    }

    /**
     * Sends the letter, where one is asked for.
     *
     * @throws Refusal if the address is confirmed already, or the day's letters of the applicant or to the mailbox are used up
     */
    @Transactional
    public void send(long applicantId, Actor actor) {
        Applicant applicant = applicants.lock(applicantId);
        if (!isMissing(applicantId)) {
            throw Refusal.conflict("confirmation.not-needed");
        }
        Instant now = clock.now();
        String email = applicant.contact().email();
        int most = settings.confirmationLetters();
        checkFewer(confirmations.sentSince(applicantId, now.minus(DAY)), most, now, "confirmation.many");
        checkFewer(confirmations.sentTo(email, now.minus(DAY)), most * OF_ONE_MAILBOX, now, "confirmation.many-to");
        MailConfirmations.Link link = confirmations.issue(applicantId, email, settings.confirmationLasts());
        outbox.post(Letter.of(
                        "confirmation/" + link.id(),
                        null,
                        LetterKind.CONFIRMATION,
                        email,
                        Map.of(
                                "applicant", applicant.name(),
                                "link", address + "/confirm?token=" + link.token(),
                                "token", link.token(),
                                "until", MINUTE.format(link.expiresAt())))
                .forApplicant(applicantId));
        book.write(RecordEvent.of(actor, "mail.asked", String.valueOf(applicantId), null));
    }

    private static void checkFewer(List<Instant> sent, int most, Instant now, String words) {
        if (most > 0 && sent.size() >= most) {
            Duration wait = Duration.between(now, sent.get(0).plus(DAY));
            throw Refusal.tooMany(Limit.CONFIRMATION_LETTERS, wait, words, most);
        }
    }

    /**
     * Confirms the address to which the link went; whoever has the letter may, in whatever browser.
     *
     * @throws Refusal if the link is none, has expired or was used
     */
    @Transactional
    public void confirm(String token) {
        String known = token == null ? "" : token.strip();
        long applicant = confirmations
                .confirm(known)
                .orElseThrow(() -> confirmations.isUsed(known)
                        ? Refusal.conflict("confirmation.used")
                        : Refusal.notFound("confirmation.none"));
        book.write(RecordEvent.of(
                new Actor("applicant:" + applicant, null), "mail.confirmed", String.valueOf(applicant), null));
    }

    /**
     * How things stand with the address of the applicant's contact.
     *
     * @param required  whether nothing is uploaded before it is confirmed
     * @param confirmed whether it is
     */
    public record State(boolean required, boolean confirmed) {}
}
