package cn.gdpilot.domain.mail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.gdpilot.GdPilotApplication;
import cn.gdpilot.PageProbe;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.rehearsal.OfficerClient;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.HtmlEmail;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten thousand letters through the outbox (PostgreSQL) to a real mail server in a process of its own, beside Commons
 * Email in a bare loop to the same server with the same contents, in turns; and pages' 95th percentile meanwhile. By
 * hand: {@code java -cp <test class path> cn.gdpilot.domain.mail.OutboxBench [letters]}, see docs/figures.md.
 */
public final class OutboxBench {

    private OutboxBench() {}

    public static void main(String[] arguments) throws Exception {
        int letters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Process mailServer = mailServer();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            int port = Integer.parseInt(
                    new BufferedReader(new InputStreamReader(mailServer.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
            run(server.getJdbcUrl("postgres", "postgres"), port, letters);
        } finally {
            mailServer.destroyForcibly();
        }
        System.exit(0);
    }

    private static void run(String database, int port, int letters) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(GdPilotApplication.class)
                .profiles("test")
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--logging.level.root=warn",
                        "--pilot.first-round=true",
                        "--pilot.mail.host=127.0.0.1",
                        "--pilot.mail.port=" + port)) {
            Postman postman = application.getBean(Postman.class);
            postman.deliver();
            JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
            int web = ((ServletWebServerApplicationContext) application)
                    .getWebServer()
                    .getPort();
            OfficerClient officer = new OfficerClient(URI.create("http://127.0.0.1:" + web), "dept-44", "demo");
            warmUp(application, postman, port);
            String round =
                    application.getBean(Rounds.class).current().orElseThrow().id();
            List<String> pages = List.of("/", "/desk/progress/" + round, "/desk/closings");
            double idle = idle(officer, pages);
            for (int half = 1; half <= 2; half++) {
                write(application, letters / 2);
                Map<String, Object> sample = jdbc.queryForMap(
                        "select subject, body, html from outbox where state = 'WAITING' fetch first 1 rows only");
                double ours;
                double busy;
                try (PageProbe probe = half == 2 ? new PageProbe(officer, pages) : null) {
                    ours = seconds(postman::deliver);
                    busy = probe == null ? 0 : probe.p95();
                }
                Integer left = jdbc.queryForObject("select count(*) from outbox where state <> 'SENT'", Integer.class);
                double bare = seconds(() -> bare(port, letters / 2, sample));
                System.out.printf(
                        "%d letters: outbox %.1f s, bare loop %.1f s (%.2f times), %d not sent%s%n",
                        letters / 2,
                        ours,
                        bare,
                        ours / bare,
                        left,
                        half == 2
                                ? ", with pages asked for meanwhile: p95 %.0f ms, idle %.0f ms".formatted(busy, idle)
                                : "");
            }
        }
    }

    private static void warmUp(ConfigurableApplicationContext application, Postman postman, int port) {
        write(application, 500);
        postman.deliver();
        bare(port, 500, Map.of("subject", "暖机", "body", "暖机", "html", "<p>暖机</p>"));
    }

    private static double idle(OfficerClient officer, List<String> pages) throws InterruptedException {
        try (PageProbe probe = new PageProbe(officer, pages)) {
            while (probe.count() < 300) {
                Thread.sleep(50);
            }
            return probe.p95();
        }
    }

    private static void write(ConfigurableApplicationContext application, int letters) {
        Outbox outbox = application.getBean(Outbox.class);
        TransactionTemplate transaction =
                new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        Map<String, String> words = Map.of(
                "unit",
                "广州市工业和信息化局",
                "title",
                "试点示范项目推荐",
                "deadline",
                "12月8日 17:30",
                "left",
                "还有 3 天",
                "days",
                "3",
                "state",
                "待排序");
        transaction.executeWithoutResult(all -> {
            for (int i = 0; i < letters; i++) {
                outbox.post(Letter.named(
                        UUID.randomUUID().toString(), null, "reminder", "bench%d@example.org".formatted(i), words));
            }
        });
    }

    private static void bare(int port, int letters, Map<String, Object> sample) {
        try {
            for (int i = 0; i < letters; i++) {
                HtmlEmail email = new HtmlEmail();
                email.setHostName("127.0.0.1");
                email.setSmtpPort(port);
                email.setCharset("UTF-8");
                email.setFrom("notice@example.org");
                email.addTo("bench%d@example.org".formatted(i));
                email.setSubject((String) sample.get("subject"));
                email.setTextMsg((String) sample.get("body"));
                email.setHtmlMsg((String) sample.get("html"));
                email.send();
            }
        } catch (EmailException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process mailServer() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** GreenMail alone; prints its port. */
    public static final class MailServer {

        public static void main(String[] none) {
            // What it tells of every mail would fill the pipe to us.
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
            GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            System.out.println(server.getSmtp().getPort());
        }
    }

    private static double seconds(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
