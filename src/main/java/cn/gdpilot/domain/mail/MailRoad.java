package cn.gdpilot.domain.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * The way to the mail server: one session for all mails, made once. A session reads its providers from every jar, and so
 * does each part of a mail that has to look for its stream provider.
 */
@Component
class MailRoad {

    private static final String STREAMS = "jakarta.mail.util.StreamProvider";
    private static final String ANGUS_STREAMS = "org.eclipse.angus.mail.util.MailStreamProvider";

    private final Session session;

    MailRoad(MailSettings settings, DemoMailServer server) {
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, ANGUS_STREAMS);
        }
        session = Session.getInstance(properties(settings, server), signIn(settings));
    }

    Session session() {
        return session;
    }

    /** A line for one run of mails; connects at the first of them. */
    MailLine open() {
        return new MailLine(session);
    }

    private static Properties properties(MailSettings settings, DemoMailServer server) {
        String timeout = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(!settings.username().isBlank()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        // A server that stops reading holds a mail up no longer than one that stops answering.
        properties.setProperty("mail.smtp.writetimeout", timeout);
        // A server that hangs is left at once: its goodbye is not waited for.
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    private static Authenticator signIn(MailSettings settings) {
        return settings.username().isBlank()
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(settings.username(), settings.password());
                    }
                };
    }
}
