package cn.gdpilot.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.ScriptedSmtp;
import cn.gdpilot.ScriptedSmtp.Received;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is killed ({@code kill -9}) while letters stand at each step from the business change to the mark; another one takes over. */
@Tag("faults")
class MailCrashTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "whatever is killed between business change, commit, send and mark: no letter lost, at most one repeat, with the same Message-ID")
    void killedAtEachStep() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            Process node = node(server, "work");
            waitFor(MailNode.SENDING, node);
            assertThat(server.takenBy(address("sent"), 120))
                    .as("the server has taken the mail")
                    .isTrue();
            node.getOutputStream().close();
            waitFor(MailNode.STANDING, node);
            kill(node);
            Process heir = node(server, "recover");
            waitFor(MailNode.STANDING, heir);
            kill(heir);

            assertThat(server.to(address("before-commit")))
                    .as("what was not committed is told to nobody")
                    .isEmpty();
            assertThat(changes("before-commit")).isZero();
            for (String step : List.of("after-commit", "taken", "marked")) {
                assertThat(changes(step)).as(step).isEqualTo(1);
                assertThat(server.to(address(step))).as(step).hasSize(1);
            }
            assertThat(server.to(address("sent")))
                    .hasSize(2)
                    .extracting(Received::messageId)
                    .containsOnly(messageId("sent"));
            assertThat(ask("select count(*) from outbox where state <> 'SENT'")).isEqualTo("0");
        }
    }

    private Process node(ScriptedSmtp server, String life) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MailNode.class.getName(),
                        database(),
                        String.valueOf(server.port()),
                        life)
                .redirectErrorStream(true)
                .start();
    }

    private static void waitFor(String word, Process node) throws IOException {
        BufferedReader out = node.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.equals(word)) {
            said.add(line);
            line = out.readLine();
        }
        assertThat(line).as("the node came to %s, it said %s", word, said).isNotNull();
    }

    /** SIGKILL: nothing of the node runs after it. */
    private static void kill(Process node) throws InterruptedException {
        node.destroyForcibly();
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private String database() {
        return "jdbc:h2:file:" + folder.resolve("pilot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static String address(String step) {
        return MailNode.address(step);
    }

    private int changes(String step) throws SQLException {
        return Integer.parseInt(ask("select count(*) from mail_trouble where address = '" + address(step) + "'"));
    }

    private String messageId(String step) throws SQLException {
        return ask("select message_id from outbox where recipient = '" + address(step) + "'");
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database(), "sa", "");
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
