package cn.gdpilot.domain.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.HtmlEmail;

/**
 * A mail whose Message-ID comes from its outbox row, so that a repeat can be recognised as one; a server that stops
 * reading holds it up no longer than one that stops answering.
 */
class IdentifiedEmail extends HtmlEmail {

    private final String messageId;
    private final Duration timeout;

    IdentifiedEmail(String messageId, Duration timeout) {
        this.messageId = messageId;
        this.timeout = timeout;
        setSocketTimeout(timeout);
        setSocketConnectionTimeout(timeout);
    }

    /** Commons Email knows of no limit for writing. */
    @Override
    public Session getMailSession() throws EmailException {
        Session session = super.getMailSession();
        session.getProperties().setProperty("mail.smtp.writetimeout", String.valueOf(timeout.toMillis()));
        return session;
    }

    @Override
    protected MimeMessage createMimeMessage(Session session) {
        return new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
    }
}
