package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.mail.Bounces;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.running.OwnSettings;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where mail may go, how fast, and what is learnt from mail that comes back. */
@OwnSettings
public abstract class MailRoads extends Journey {

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});

    @Autowired
    private Outbox outbox;

    @Autowired
    private Bounces bounces;

    @Autowired
    private JdbcTemplate plain;

    private static GreenMailUser mailbox;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        SERVER.start();
        mailbox = SERVER.setUser("notice@example.org", "notice", "secret");
        properties.add("pilot.mail.host", () -> "127.0.0.1");
        properties.add("pilot.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("pilot.mail.per-minute", () -> 3);
        properties.add("pilot.mail.only-to", () -> "trial.example.org,one@example.org");
        properties.add("pilot.mail.bounces.host", () -> "127.0.0.1");
        properties.add("pilot.mail.bounces.port", () -> SERVER.getImap().getPort());
        properties.add("pilot.mail.bounces.tls", () -> false);
        properties.add("pilot.mail.bounces.username", () -> "notice");
        properties.add("pilot.mail.bounces.password", () -> "secret");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void emptyOutbox() {
        plain.execute("delete from outbox");
    }

    @Test
    @DisplayName("a trial run reaches the named addresses and domains only; the others are shown as cancelled")
    void trialRun() {
        givenLetter("one@example.org");
        givenLetter("a@Trial.example.org");
        givenLetter("two@example.org");
        givenLetter("a@nottrial.example.org");

        postman.deliver();

        assertThat(mailState("one@example.org")).isEqualTo("SENT");
        assertThat(mailState("a@Trial.example.org")).isEqualTo("SENT");
        assertThat(mailState("two@example.org")).isEqualTo("CANCELLED");
        assertThat(mailState("a@nottrial.example.org")).isEqualTo("CANCELLED");
    }

    @Test
    @DisplayName("not more than three a minute; the rest follows a minute later")
    void rateLimit() {
        for (int i = 0; i < 7; i++) {
            givenLetter("p" + i + "@trial.example.org");
        }

        postman.deliver();
        postman.deliver();
        assertThat(sent()).isEqualTo(3);

        clock.moveTo(clock.now().plus(Duration.ofSeconds(61)));
        postman.deliver();
        assertThat(sent()).isEqualTo(6);
    }

    @Test
    @DisplayName(
            "a bounce marks its letter and its address, in whatever case the server tells it; one for a letter that was never sent there changes nothing")
    void bounce() throws Exception {
        givenLetter("Left@trial.example.org");
        postman.deliver();
        String id = plain.queryForObject("select message_id from outbox", String.class);

        arrives(report("<made-up@gdpilot>", "left@trial.example.org"));
        arrives(report(id, "other@trial.example.org"));
        bounces.poll();
        assertThat(mailState("Left@trial.example.org")).isEqualTo("SENT");

        arrives(report(id, "left@trial.example.org"));
        bounces.poll();
        assertThat(mailState("Left@trial.example.org")).isEqualTo("FAILED");
        String page = officer("operator").send("GET", "/outbox", null).ok().body();
        assertThat(page)
                .contains("退信：smtp; 550 5.1.1 ***: user unknown")
                .contains("该地址曾退信")
                .doesNotContain("left@", "Left@");
    }

    @Test
    @DisplayName("a bounce that the database can not take just now stays unread, and is marked the next time")
    void bounceIsNotLost() throws Exception {
        givenLetter("moved@trial.example.org");
        postman.deliver();
        arrives(report(plain.queryForObject("select message_id from outbox", String.class), "moved@trial.example.org"));

        plain.execute("alter table mail_trouble rename to mail_trouble_away");
        try {
            bounces.poll();
        } finally {
            plain.execute("alter table mail_trouble_away rename to mail_trouble");
        }
        assertThat(mailState("moved@trial.example.org")).isEqualTo("SENT");

        bounces.poll();
        assertThat(mailState("moved@trial.example.org")).isEqualTo("FAILED");
    }

    @Test
    @DisplayName("a report of a delay is no bounce")
    void delay() throws Exception {
        givenLetter("slow@trial.example.org");
        postman.deliver();
        String id = plain.queryForObject("select message_id from outbox", String.class);

        arrives(report(id, "slow@trial.example.org")
                .replace("Action: failed", "Action: delayed")
                .replace("Status: 5.1.1", "Status: 4.4.7"));
        bounces.poll();

        assertThat(mailState("slow@trial.example.org")).isEqualTo("SENT");
    }

    private static void arrives(String mail) throws Exception {
        mailbox.deliver(
                new MimeMessage((Session) null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    /** As Postfix writes it. */
    private static String report(String messageId, String recipient) {
        return """
                From: MAILER-DAEMON@mx.example.org
                To: notice@example.org
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

                --edge
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --edge
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                Arrival-Date: Sun, 29 Nov 2026 10:00:00 +0800

                Final-Recipient: rfc822; %2$s
                Original-Recipient: rfc822;%2$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <%2$s>: user unknown

                --edge
                Content-Type: text/rfc822-headers

                Message-ID: %1$s
                Subject: x

                --edge--
                """.formatted(messageId, recipient).replace("\n", "\r\n");
    }

    private void givenLetter(String recipient) {
        outbox.post(Letter.of(
                "test/" + clock.now() + recipient,
                null,
                LetterKind.ANNOUNCEMENT,
                recipient,
                Map.of("unit", "示例单位", "title", "示例批次", "count", "3 项", "page", "http://127.0.0.1:8080/results/2026")));
    }

    private String mailState(String recipient) {
        return jdbc.sql("select state from outbox where recipient = :to")
                .param("to", recipient)
                .query(String.class)
                .single();
    }

    private int sent() {
        return plain.queryForObject("select count(*) from outbox where state = 'SENT'", Integer.class);
    }
}
