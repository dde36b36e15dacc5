package cn.gdpilot.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

/** The mail server of the demo stands in only where nobody waits for mail. */
class DemoMailServerTest {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withBean(MailSettings.class, () -> settings(""))
            .withUserConfiguration(DemoMailServer.class);

    @Test
    @DisplayName("production without a mail host refuses to start and says what to set")
    void productionNeedsAHost() {
        start.withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("pilot.mail.host"));
    }

    @Test
    @DisplayName("a demo start has it")
    void demoHasIt() {
        start.run(context ->
                assertThat(context.getBean(DemoMailServer.class).running()).isTrue());
    }

    @Test
    @DisplayName("with a mail host it stays away, and so does the mailbox")
    void staysAway() {
        DemoMailServer server = new DemoMailServer(settings("mail.example.org"), new MockEnvironment());

        assertThat(server.running()).isFalse();
        assertThat(server.host()).isEqualTo("mail.example.org");
    }

    private static MailSettings settings(String host) {
        return new MailSettings(host, 0, "", "", false, "notice@example.org", Duration.ofSeconds(15), 0, List.of());
    }
}
