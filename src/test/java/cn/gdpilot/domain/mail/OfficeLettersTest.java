package cn.gdpilot.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.ScriptedSmtp;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.mail.letters.LetterKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters to offices go where the office reads its mail at the moment of sending. */
class OfficeLettersTest {

    private static final String CITY = "city-440100";

    private final String old = "fine-" + UUID.randomUUID() + "@example.org";
    private final String changed = "fine-" + UUID.randomUUID() + "@example.org";
    private ScriptedSmtp server;
    private ConfigurableApplicationContext node;
    private JdbcClient jdbc;

    @BeforeEach
    void start() {
        server = new ScriptedSmtp();
        node = new SpringApplicationBuilder(MailNode.Node.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("logging.level.root", "error", "spring.main.banner-mode", "off"))
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--pilot.mail.host=127.0.0.1",
                        "--pilot.mail.port=" + server.port(),
                        "--pilot.mail.timeout=5s");
        jdbc = node.getBean(JdbcClient.class);
        jdbc.sql(
                        "insert into org_unit (id, type, code, name, city, region) values (:id, 'CITY', '440100', '广州市工信局', '广州市', 'PRD')")
                .param("id", CITY)
                .update();
        jdbc.sql(
                        "insert into unit_contact (unit_id, email, lead_email, people, address, mailbox, version) values (:id, '', '', '', '', '', 0)")
                .param("id", CITY)
                .update();
    }

    @AfterEach
    void stop() {
        node.close();
        server.close();
    }

    @Test
    @DisplayName("address changes while a letter waits → the letter goes to the new one, and the row says so")
    void changedAddress() {
        given("email", old);
        post(CITY);
        assertThat(recipient()).isEqualTo(old);

        given("email", changed);
        deliver();

        assertThat(server.to(changed)).hasSize(1);
        assertThat(server.to(old)).isEmpty();
        assertThat(recipient()).isEqualTo(changed);
        assertThat(column("state")).isEqualTo("SENT");
    }

    @Test
    @DisplayName("those who sign have an address of their own → their letters go there, the others' do not")
    void leads() {
        given("email", old);
        given("lead_email", changed);
        node.getBean(Outbox.class).postAll(List.of(letter(CITY), letter(CITY + "-lead")));

        deliver();

        assertThat(server.to(old)).hasSize(1);
        assertThat(server.to(changed)).hasSize(1);
    }

    @Test
    @DisplayName("no address → letter waits, the operator reads why; address set → it goes out")
    void withoutAddress() {
        post(CITY);

        deliver();
        assertThat(column("state")).isEqualTo("WAITING");
        assertThat(column("failure")).contains(CITY, "没有登记邮箱");

        given("email", changed);
        PilotClock clock = node.getBean(PilotClock.class);
        clock.moveTo(clock.now().plus(Duration.ofMinutes(2)));
        deliver();

        assertThat(server.to(changed)).hasSize(1);
        assertThat(column("state")).isEqualTo("SENT");
    }

    private void given(String column, String address) {
        jdbc.sql("update unit_contact set " + column + " = :address where unit_id = :unit")
                .param("address", address)
                .param("unit", CITY)
                .update();
    }

    private void post(String group) {
        node.getBean(Outbox.class).post(letter(group));
    }

    private static Letter letter(String group) {
        return Letter.of(
                "announcement/" + group,
                null,
                LetterKind.ANNOUNCEMENT,
                group,
                Map.of("unit", "示例单位", "title", "示例批次", "count", "3 项", "page", "http://127.0.0.1:8080/results/2026"));
    }

    private void deliver() {
        node.getBean(Postman.class).deliver();
    }

    private String recipient() {
        return column("recipient");
    }

    private String column(String name) {
        return jdbc.sql("select " + name + " from outbox").query(String.class).single();
    }
}
