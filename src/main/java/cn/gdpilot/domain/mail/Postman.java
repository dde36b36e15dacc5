package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.text.Texts;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.EmailAttachment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits in the outbox, by Apache Commons Email, one mail at a time over one line; one bad address holds up nobody. */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final MailSettings settings;
    private final MailRoad road;
    private final FileStore store;
    private final PilotClock clock;

    Postman(Outbox outbox, MailSettings settings, MailRoad road, FileStore store, PilotClock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.road = road;
        this.store = store;
        this.clock = clock;
    }

    /** Sends everything that is due now, as far as the limit of a minute and the server let it. */
    @Scheduled(fixedDelayString = "${pilot.mail.pause}")
    public void deliver() {
        try (MailLine line = road.open()) {
            boolean goesOn = true;
            while (goesOn && mayMore()) {
                Optional<Outbox.Mail> mail = outbox.take();
                goesOn = mail.isPresent() && deliver(mail.get(), line);
            }
        }
    }

    /** Asked before a mail is taken, not while it is sent: N nodes at once may send N - 1 more than the limit. */
    private boolean mayMore() {
        return settings.perMinute() == 0 || outbox.sentSince(clock.now().minus(MINUTE)) < settings.perMinute();
    }

    /** Sends one; false if the server is not to be reached, so that asking for more is of no use now. */
    private boolean deliver(Outbox.Mail mail, MailLine line) {
        if (!mail.recipient().isEmpty() && !settings.reaches(mail.recipient())) {
            outbox.cancelled(mail, Texts.of("mail.only-to"));
            return true;
        }
        if (isTooLate(mail)) {
            outbox.cancelled(mail, Texts.of("mail.too-late"));
            return true;
        }
        if (mail.office() != null && mail.recipient().isEmpty()) {
            outbox.withoutAddress(mail);
            return true;
        }
        try {
            send(mail, line);
            outbox.sent(mail);
            return true;
        } catch (EmailException | RuntimeException e) {
            MailFailure failure = MailFailure.of(e);
            LOG.warn("Mail {} was not sent ({}): {}", mail.id(), failure.kind(), failure.text());
            switch (failure.kind()) {
                case SERVER -> outbox.postponed(mail, failure.text());
                case REFUSED -> outbox.refused(mail, failure.text());
                case PASSING -> outbox.failed(mail, failure.text());
            }
            return failure.kind() != MailFailure.Kind.SERVER;
        }
    }

    /** A reminder whose deadline has passed while the server was not to be reached, or that would have come at night. */
    private boolean isTooLate(Outbox.Mail mail) {
        return mail.notAfter() != null && !clock.now().isBefore(mail.notAfter());
    }

    private void send(Outbox.Mail mail, MailLine line) throws EmailException {
        IdentifiedEmail email = new IdentifiedEmail(mail.messageId(), road.session(), line);
        email.setCharset("UTF-8");
        email.setFrom(settings.from());
        email.addTo(mail.recipient());
        email.setSubject(mail.subject());
        email.addHeader("Auto-Submitted", "auto-generated");
        email.addHeader("List-Id", "<" + settings.listId() + ">");
        email.setTextMsg(mail.body());
        if (mail.html() != null) {
            email.setHtmlMsg(mail.html());
        }
        Lease lease = new Lease(outbox, mail);
        for (Letter.Attachment attachment : outbox.attachments(mail)) {
            String name = attachment.name();
            email.attach(
                    new EnclosedFile(name, store.content(attachment.sha256()), lease),
                    name,
                    name,
                    EmailAttachment.ATTACHMENT);
        }
        email.send();
    }
}
