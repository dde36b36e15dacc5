package cn.gdpilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.gdpilot.platform.startup.UnsafeStart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A start as production, well and badly set up. It runs where no application stays, since Camunda's web pages keep a refused
 * start in a static field, which the next start would ask; first by its name, because it is the longest there.
 */
class ProductionStartTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    /** Lists as they are after the notice's annexes were imported. */
    @TempDir
    Path imported;

    /** For each port that was opened, whether the start's own work was done by then. */
    private final List<Boolean> doneWhenOpened = new ArrayList<>();

    @Test
    @DisplayName("demo people, default secrets, lossy H2, plain http, walls down → each told in a line, no port opened")
    void badly() {
        start("test", database, List.of("--pilot.first-round=false", "--spring.datasource.password="))
                .close();

        doneWhenOpened.clear();

        List<String> told = problems(() -> start(
                "production",
                database,
                List.of(
                        "--spring.datasource.password=",
                        "--pilot.reference-folder=content/reference",
                        "--pilot.mail.host=",
                        "--pilot.security.password-iterations=1000",
                        "--pilot.engine.guard=false",
                        "--pilot.engine.self-test=false")));

        assertThat(told).first().asString().contains("demo_mark");
        assertThat(told)
                .anyMatch(line -> line.contains("directions.csv"))
                .anyMatch(line -> line.contains("criteria.csv"))
                .anyMatch(line -> line.contains("WRITE_DELAY=0"))
                .anyMatch(line -> line.contains("spring.datasource.password"))
                .anyMatch(line -> line.contains("pilot.audit.key"))
                .anyMatch(line -> line.contains("pilot.public-address"))
                .anyMatch(line -> line.contains("pilot.engine.guard"))
                .anyMatch(line -> line.contains("pilot.mail.host"))
                .anyMatch(line -> line.contains("pilot.security.password-iterations"))
                .anyMatch(line -> line.contains("Account applicant-1 "))
                .allMatch(line -> !line.contains("\n"));
        assertThat(told).filteredOn(line -> line.startsWith("Account ")).hasSize(10);
        assertThat(told)
                .last()
                .asString()
                .as("officers, experts and applicants")
                .contains("另有 " + (accounts() - 10) + " 个账号");
        assertThat(doneWhenOpened).isEmpty();
    }

    @Test
    @DisplayName("an engine whose holes are open → the start ends before its port opens, in any profile")
    void holesOpen() {
        assertThatThrownBy(() -> start("test", database, List.of("--pilot.engine.guard=false")))
                .hasStackTraceContaining("CVE-2026-109432");

        assertThat(doneWhenOpened).isEmpty();
    }

    @Test
    @DisplayName("nobody in camunda-admin is told")
    void nobodyAdministers() {
        assertThat(problems(() -> start("production", well(), secrets())))
                .singleElement()
                .asString()
                .contains("camunda-admin");
    }

    @Test
    @DisplayName(
            "well set up, it starts, with the first administrator from the settings; behind a proxy it asks browsers for https only")
    void wellSetUp() throws Exception {
        List<String> settings = new ArrayList<>(secrets());
        settings.add("--pilot.first-administrator.name=chief");
        settings.add("--pilot.first-administrator.password=Harbour-Light-5");

        try (ConfigurableApplicationContext context = start("production", well(), settings)) {
            assertThat(doneWhenOpened).containsExactly(true);
            assertThat(context.getEnvironment().getProperty("pilot.models.release-group"))
                    .as("models are released by a second person")
                    .isEqualTo("security");
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            HttpRequest throughProxy = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                    .header("X-Forwarded-Proto", "https")
                    .build();
            HttpHeaders answer = HttpClient.newHttpClient()
                    .send(throughProxy, BodyHandlers.discarding())
                    .headers();
            assertThat(answer.firstValue("Strict-Transport-Security"))
                    .get()
                    .asString()
                    .contains("max-age=31536000");
            assertThat(answer.allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    private int accounts() {
        return JdbcClient.create(new DriverManagerDataSource(database, "sa", ""))
                .sql(
                        "select (select count(*) from act_id_user where pwd_ is not null) + (select count(*) from applicant_account)")
                .query(Integer.class)
                .single();
    }

    private String well() {
        return database + ";WRITE_DELAY=0";
    }

    @BeforeEach
    void importLists() {
        ImportedLists.in(imported);
    }

    private static List<String> secrets() {
        return List.of(
                "--spring.datasource.password=a-password",
                "--pilot.audit.key=0123456789abcdef0123456789abcdef",
                "--pilot.public-address=https://pilot.example.org",
                "--pilot.first-round=false");
    }

    private static List<String> problems(ThrowingCallable start) {
        Throwable refused = catchThrowable(start);
        UnsafeStart unsafe = (UnsafeStart) NestedExceptionUtils.getMostSpecificCause(refused);
        return unsafe.problems();
    }

    private ConfigurableApplicationContext start(String profile, String database, List<String> settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--spring.datasource.password=a-password",
                "--pilot.mail.host=127.0.0.1",
                "--pilot.mail.port=1",
                "--pilot.mail.pause=1h",
                "--pilot.store-folder=target/test-store",
                "--pilot.reference-folder=" + imported,
                "--camunda.bpm.job-execution.enabled=false"));
        settings.forEach(setting -> {
            all.removeIf(one -> one.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            all.add(setting);
        });
        ApplicationListener<WebServerInitializedEvent> opened =
                event -> doneWhenOpened.add(event.getApplicationContext()
                        .getBean("startUp", SmartLifecycle.class)
                        .isRunning());
        return new SpringApplicationBuilder(GdPilotApplication.class)
                .profiles(profile)
                .listeners(opened)
                .run(all.toArray(String[]::new));
    }
}
