package cn.gdpilot.domain.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the mail server for one run of mails, used by one thread. After any failure the next mail gets a new one. */
class MailLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailLine.class);
    /** Servers close a connection that brings too many mails, some at a hundred. */
    private static final int MOST_MAILS = 50;

    private final Session session;
    private Transport transport;
    private int mails;

    MailLine(Session session) {
        this.session = session;
    }

    /**
     * Sends a mail to all its receivers.
     *
     * @throws MessagingException if the server is not there, does not let us in, or does not take the mail
     */
    void send(MimeMessage message) throws MessagingException {
        boolean taken = false;
        try {
            connect();
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
            mails++;
            taken = true;
        } finally {
            if (!taken) {
                close();
            }
        }
    }

    /** Asks a line that is open whether the other side still is there: what it has closed meanwhile is no failure of the next mail. */
    private void connect() throws MessagingException {
        if (transport != null && (mails >= MOST_MAILS || !transport.isConnected())) {
            close();
        }
        if (transport == null) {
            transport = session.getTransport();
            transport.connect();
        }
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException gone) {
                LOG.debug("The line to the mail server was gone already", gone);
            }
            transport = null;
            mails = 0;
        }
    }
}
