package cn.gdpilot.notice;

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
 * @param unitDomain domain of the units' mailboxes where none is set
 */
@ConfigurationProperties("pilot.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean startTls,
        String from,
        String unitDomain) {

    boolean inProcess() {
        return host.isBlank();
    }
}
