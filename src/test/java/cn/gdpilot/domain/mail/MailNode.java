package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.mail.letters.LetterTexts;
import cn.gdpilot.domain.mail.letters.LetterWords;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node of its own process that only writes and sends letters, with the real outbox, and stops where it is told to. */
final class MailNode {

    /** Printed once it stands still at its step, for {@code kill -9} to find it there. */
    static final String STANDING = "standing";

    private final Outbox outbox;
    private final Postman postman;
    private final PilotClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private MailNode(ApplicationContext context) {
        outbox = context.getBean(Outbox.class);
        postman = context.getBean(Postman.class);
        clock = context.getBean(PilotClock.class);
        jdbc = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** @param args database, port of the mail server, step, recipient */
    public static void main(String[] args) throws InterruptedException {
        ApplicationContext context = new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "logging.level.root", "error",
                        "spring.main.banner-mode", "off"))
                .run(
                        "--spring.datasource.url=" + args[0],
                        "--pilot.mail.host=127.0.0.1",
                        "--pilot.mail.port=" + args[1],
                        "--pilot.mail.timeout=60s");
        new MailNode(context).goTo(args[2], args[3]);
        standStill();
    }

    private void goTo(String step, String recipient) {
        switch (step) {
            case "before-commit" ->
                transaction.executeWithoutResult(open -> {
                    business(recipient);
                    standStill();
                });
            case "after-commit" -> transaction.executeWithoutResult(open -> business(recipient));
            case "taken" -> {
                transaction.executeWithoutResult(open -> business(recipient));
                outbox.take().orElseThrow();
            }
            case "sent" -> {
                transaction.executeWithoutResult(open -> business(recipient));
                // The server takes the mail and says nothing: the node waits here for its word.
                postman.deliver();
            }
            case "marked" -> {
                transaction.executeWithoutResult(open -> business(recipient));
                postman.deliver();
            }
            case "recover" -> {
                clock.moveTo(clock.now().plus(Duration.ofMinutes(6)));
                postman.deliver();
                postman.deliver();
            }
            default -> throw new IllegalArgumentException(step);
        }
    }

    /** A change with the letter that tells of it. */
    private void business(String recipient) {
        jdbc.sql("insert into mail_trouble (address, since, reason) values (:address, current_timestamp, 'test')")
                .param("address", recipient)
                .update();
        outbox.post(Letter.of(
                "crash/" + recipient,
                null,
                LetterKind.ANNOUNCEMENT,
                recipient,
                Map.of("unit", "示例单位", "title", "示例批次", "count", "3 项", "page", "http://127.0.0.1:8080/results/2026")));
    }

    private static void standStill() {
        System.out.println(STANDING);
        System.out.flush();
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Configuration
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @EnableConfigurationProperties(MailSettings.class)
    @Import({
        Outbox.class,
        LetterTexts.class,
        LetterWords.class,
        Postman.class,
        DemoMailServer.class,
        MailRoad.class,
        PilotClock.class,
        UnitContacts.class
    })
    @ComponentScan(basePackageClasses = FileStore.class)
    @ConfigurationPropertiesScan(basePackageClasses = FileStore.class)
    static class Node {}
}
