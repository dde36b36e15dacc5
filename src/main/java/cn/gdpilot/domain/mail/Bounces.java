package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Texts;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the mail that came back, where a mailbox is set for it, and marks letter and address. */
@Component
public class Bounces {

    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);
    private static final String TIMEOUT_MILLIS = "30000";
    private static final int LONGEST = 400;

    private final BounceSettings settings;
    private final JdbcClient jdbc;
    private final PilotClock clock;
    private final TransactionOperations transaction;

    Bounces(BounceSettings settings, JdbcClient jdbc, PilotClock clock, TransactionOperations transaction) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Reads what has come since the last time; a mailbox that can not be reached is tried again at the next. */
    @Scheduled(fixedDelayString = "${pilot.mail.bounces.pause}")
    public void poll() {
        if (settings.host().isBlank()) {
            return;
        }
        try (Store store = session().getStore(settings.tls() ? "imaps" : "imap")) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                for (Message mail : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                    read(mail);
                }
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox of bounces can not be read: {}", e.toString());
        }
    }

    private void read(Message mail) throws MessagingException {
        try {
            Optional<Bounce> bounce = Bounce.read(mail);
            bounce.ifPresent(one -> transaction.executeWithoutResult(status -> mark(one)));
        } catch (IOException | MessagingException e) {
            LOG.warn("A mail in the mailbox of bounces is not read: {}", e.toString());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A bounce can not be marked now, and stays unread: {}", e.toString());
            return;
        }
        mail.setFlag(Flags.Flag.SEEN, true);
    }

    /** Believes only what tells of a letter that we sent to just that address. */
    private void mark(Bounce bounce) {
        String reason = bounce.reason().substring(0, Math.min(bounce.reason().length(), LONGEST));
        Optional<String> recipient = recipient(bounce);
        if (recipient.isEmpty()) {
            LOG.warn(
                    "A bounce tells of {}, which was not sent to that address, or was marked already",
                    bounce.messageId());
            return;
        }
        jdbc.sql("update outbox set state = 'FAILED', failure = :failure where message_id = :messageId")
                .param("failure", Texts.of("mail.bounced", reason))
                .param("messageId", bounce.messageId())
                .update();
        jdbc.sql("delete from mail_trouble where address = :address")
                .param("address", recipient.get())
                .update();
        jdbc.sql("insert into mail_trouble (address, since, reason) values (:address, :now, :reason)")
                .param("address", recipient.get())
                .param("now", PilotClock.timestamp(clock.now()))
                .param("reason", reason)
                .update();
    }

    /** The address as the letter has it: a mail server may tell it in other letters' case. */
    private Optional<String> recipient(Bounce bounce) {
        return jdbc.sql("""
                select recipient from outbox
                where message_id = :messageId and lower(recipient) = lower(:address) and state = 'SENT' for update""")
                .param("messageId", bounce.messageId())
                .param("address", bounce.address())
                .query(String.class)
                .optional();
    }

    private static Session session() {
        Properties properties = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            properties.put("mail." + protocol + ".timeout", TIMEOUT_MILLIS);
            properties.put("mail." + protocol + ".connectiontimeout", TIMEOUT_MILLIS);
            // Reading alone marks nothing as read: a bounce counts as read once it is marked in the database.
            properties.put("mail." + protocol + ".peek", "true");
        }
        return Session.getInstance(properties);
    }
}
