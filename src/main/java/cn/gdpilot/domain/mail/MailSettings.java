package cn.gdpilot.domain.mail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mail goes.
 *
 * @param host       SMTP server; empty = an in-process one that keeps all mail on this machine
 * @param port       its port; 0 with the in-process one = any free port
 * @param username   for servers that ask; may be empty
 * @param password   for servers that ask; may be empty
 * @param startTls   encrypt by STARTTLS
 * @param from       sender's address
 * @param timeout    how long a server may keep us waiting at one step
 * @param perMinute  most mails in any minute, over all nodes, give or take one for each further node; 0 = no limit
 * @param onlyTo     addresses or domains that may get mail, for trial runs; empty = all
 */
@ConfigurationProperties("pilot.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean startTls,
        String from,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("0") int perMinute,
        @DefaultValue({}) List<String> onlyTo) {

    boolean inProcess() {
        return host.isBlank();
    }

    /** Whether mail may go to that address at all. */
    boolean reaches(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return onlyTo.isEmpty()
                || onlyTo.stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .anyMatch(one -> lower.equals(one) || lower.endsWith("@" + one));
    }

    /** What the mails' list is called, so that people can sort them (RFC 2919). */
    String listId() {
        return "gdpilot-notice." + from.substring(from.indexOf('@') + 1);
    }
}
