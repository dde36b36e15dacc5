package cn.gdpilot.domain.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.HtmlEmail;

/**
 * A mail whose Message-ID comes from its outbox row, so that a repeat can be recognised as one, and that goes over a line
 * that is open already.
 */
class IdentifiedEmail extends HtmlEmail {

    private final String messageId;
    private final MailLine line;

    IdentifiedEmail(String messageId, Session session, MailLine line) {
        this.messageId = messageId;
        this.line = line;
        setMailSession(session);
    }

    /** Commons Email opens a connection for each mail. */
    @Override
    public String sendMimeMessage() throws EmailException {
        try {
            line.send(getMimeMessage());
            return messageId;
        } catch (MessagingException failure) {
            throw new EmailException(failure);
        }
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
