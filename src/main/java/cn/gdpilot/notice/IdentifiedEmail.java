package cn.gdpilot.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.apache.commons.mail2.jakarta.HtmlEmail;

/** A mail whose Message-ID comes from its outbox row, so that a repeat can be recognised as one. */
class IdentifiedEmail extends HtmlEmail {

    private final String messageId;

    IdentifiedEmail(String messageId) {
        this.messageId = messageId;
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
