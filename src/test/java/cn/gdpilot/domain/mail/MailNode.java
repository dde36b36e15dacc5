package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.mail.letters.LetterTexts;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
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

/**
 * A node of its own process that only writes and sends letters, with the real outbox, and stops while each of its letters
 * stands at another step.
 */
final class MailNode {

    /** Printed once a letter is on its way; then it waits for the end of its input. */
    static final String SENDING = "sending";

    /** Printed once it stands still, for {@code kill -9} to find it there. */
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

    /** @param args database, port of the mail server, what to do: work or recover */
    public static void main(String[] args) throws IOException {
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
        MailNode node = new MailNode(context);
        if (args[2].equals("work")) {
            node.work();
        } else {
            node.recover();
        }
        standStill();
    }

    /** To the mail server's test double, an address whose mail it takes without a word. */
    static String address(String step) {
        return (step.equals("sent") ? "mute-" : "") + step + "@example.org";
    }

    private void work() throws IOException {
        change("taken");
        outbox.take().orElseThrow();
        change("marked");
        postman.deliver();
        change("sent");
        // The server takes the mail and says nothing: this thread waits for its word until the end.
        new Thread(postman::deliver).start();
        say(SENDING);
        while (System.in.read() >= 0) {
            // The node's test ends this input once the server has taken the mail.
        }
        change("after-commit");
        transaction.executeWithoutResult(open -> {
            business(address("before-commit"));
            standStill();
        });
    }

    private void recover() {
        clock.moveTo(clock.now().plus(Duration.ofMinutes(6)));
        postman.deliver();
        postman.deliver();
    }

    private void change(String step) {
        transaction.executeWithoutResult(open -> business(address(step)));
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
        say(STANDING);
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
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
        FurtherLetters.class,
        ReferenceFiles.class,
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
