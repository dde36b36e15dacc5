package cn.gdpilot.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.ScriptedSmtp;
import cn.gdpilot.domain.mail.letters.LetterKind;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** How a run of letters reaches the mail server: one session, one line, and a new line after trouble. */
class PostmanTest {

    @Test
    @DisplayName("fifty letters → mail's providers are looked up once, not once a letter or part")
    void oneSession() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (ConfigurableApplicationContext node = node(server.getSmtp().getPort())) {
            givenLetters(node, 50);

            Queue<String> lookedUp = lookUps(node.getBean(Postman.class)::deliver);

            assertThat(server.getReceivedMessages()).hasSize(50);
            assertThat(lookedUp).filteredOn(name -> name.contains("mail")).doesNotHaveDuplicates();
        } finally {
            server.stop();
        }
    }

    @Test
    @DisplayName("sixty letters to one server → two lines, each with fifty at most")
    void oneLine() {
        try (ScriptedSmtp server = new ScriptedSmtp();
                ConfigurableApplicationContext node = node(server.port())) {
            List<String> all = givenLetters(node, 60);

            node.getBean(Postman.class).deliver();

            assertThat(all).allSatisfy(address -> assertThat(server.to(address)).hasSize(1));
            assertThat(server.lines()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("server closes the line after each mail → every letter goes out at its first try")
    void serverCloses() {
        try (ScriptedSmtp server = new ScriptedSmtp();
                ConfigurableApplicationContext node = node(server.port())) {
            List<String> all = Stream.of("bye", "fine", "bye", "fine")
                    .map(how -> givenLetter(node, how))
                    .toList();

            node.getBean(Postman.class).deliver();

            assertThat(all).allSatisfy(address -> assertThat(server.to(address)).hasSize(1));
        }
    }

    @Test
    @DisplayName("a mail is refused → the next one goes over a new line")
    void newLineAfterRefusal() {
        try (ScriptedSmtp server = new ScriptedSmtp();
                ConfigurableApplicationContext node = node(server.port())) {
            List<String> all = Stream.of("fine", "spam", "fine")
                    .map(how -> givenLetter(node, how))
                    .toList();

            node.getBean(Postman.class).deliver();

            assertThat(server.to(all.get(0))).hasSize(1);
            assertThat(server.to(all.get(2))).hasSize(1);
            assertThat(server.lines()).isEqualTo(2);
        }
    }

    private static ConfigurableApplicationContext node(int port) {
        return new SpringApplicationBuilder(MailNode.Node.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("logging.level.root", "error", "spring.main.banner-mode", "off"))
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--pilot.mail.host=127.0.0.1",
                        "--pilot.mail.port=" + port,
                        "--pilot.mail.timeout=5s");
    }

    private static List<String> givenLetters(ConfigurableApplicationContext node, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> givenLetter(node, "fine"))
                .toList();
    }

    private static String givenLetter(ConfigurableApplicationContext node, String how) {
        String recipient = how + "-" + UUID.randomUUID() + "@example.org";
        node.getBean(Outbox.class)
                .post(Letter.of(
                        recipient,
                        null,
                        LetterKind.ANNOUNCEMENT,
                        recipient,
                        Map.of(
                                "unit",
                                "示例单位",
                                "title",
                                "示例批次",
                                "count",
                                "3 项",
                                "page",
                                "http://127.0.0.1:8080/results/2026")));
        return recipient;
    }

    /** The files below META-INF that are searched in all jars meanwhile. */
    private static Queue<String> lookUps(Runnable action) {
        Queue<String> names = new ConcurrentLinkedQueue<>();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                names.add(name);
                return super.getResources(name);
            }
        });
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
        return names;
    }
}
