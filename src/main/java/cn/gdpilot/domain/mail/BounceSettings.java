package cn.gdpilot.domain.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which undeliverable mail comes back.
 *
 * @param host     IMAP server; empty = it is not looked at
 * @param port     its port
 * @param tls      whether the server speaks TLS from the start
 * @param username mailbox's user
 * @param password their password
 * @param folder   folder that is read
 */
@ConfigurationProperties("pilot.mail.bounces")
record BounceSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {}
