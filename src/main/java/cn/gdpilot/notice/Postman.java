package cn.gdpilot.notice;

import cn.gdpilot.dossier.FileStore;
import jakarta.activation.FileDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.EmailAttachment;
import org.apache.commons.mail2.jakarta.MultiPartEmail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits in the outbox, by Apache Commons Email, one mail at a time; one bad address holds up nobody. */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int BATCH = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final MailSettings settings;
    private final DemoMailServer server;
    private final FileStore store;

    Postman(Outbox outbox, MailSettings settings, DemoMailServer server, FileStore store) {
        this.outbox = outbox;
        this.settings = settings;
        this.server = server;
        this.store = store;
    }

    /** Sends everything that is due now. */
    @Scheduled(fixedDelayString = "${pilot.mail.pause}")
    public void deliver() {
        List<Outbox.Mail> mails = outbox.take(BATCH);
        while (!mails.isEmpty()) {
            mails.forEach(this::deliver);
            mails = outbox.take(BATCH);
        }
    }

    private void deliver(Outbox.Mail mail) {
        try {
            send(mail);
            outbox.sent(mail);
        } catch (EmailException | RuntimeException e) {
            LOG.warn("Mail {} was not sent: {}", mail.id(), e.toString());
            outbox.failed(mail, String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    private void send(Outbox.Mail mail) throws EmailException {
        MultiPartEmail email = new IdentifiedEmail(mail.messageId());
        email.setHostName(server.host());
        email.setSmtpPort(server.port());
        email.setSocketTimeout(TIMEOUT);
        email.setSocketConnectionTimeout(TIMEOUT);
        email.setStartTLSEnabled(settings.startTls());
        if (!settings.username().isBlank()) {
            email.setAuthentication(settings.username(), settings.password());
        }
        email.setCharset("UTF-8");
        email.setFrom(settings.from());
        email.addTo(mail.recipient());
        email.setSubject(mail.subject());
        email.addHeader("Auto-Submitted", "auto-generated");
        email.setMsg(mail.body());
        if (mail.attachmentSha() != null) {
            attach(email, mail.attachmentName(), store.path(mail.attachmentSha()));
        }
        email.send();
    }

    private static void attach(MultiPartEmail email, String name, Path file) throws EmailException {
        email.attach(new FileDataSource(file.toFile()), name, name, EmailAttachment.ATTACHMENT);
    }
}
