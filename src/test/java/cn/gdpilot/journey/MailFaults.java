package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.gdpilot.ScriptedSmtp;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.running.OwnSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail when a server misbehaves, a node dies, or two nodes send at once: nothing lost, nothing twice, no one held up. */
@Tag("faults")
@Tag("engine")
@OwnSettings
public abstract class MailFaults extends Journey {

    private static ScriptedSmtp server;

    @Autowired
    private Outbox outbox;

    @Autowired
    private FileStore store;

    @Autowired
    private JdbcTemplate plain;

    @Autowired
    private TransactionTemplate transactions;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        server = new ScriptedSmtp();
        properties.add("pilot.mail.host", () -> "127.0.0.1");
        properties.add("pilot.mail.port", server::port);
        properties.add("pilot.mail.timeout", () -> "500ms");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void emptyOutbox() {
        plain.execute("delete from outbox");
    }

    @Test
    @DisplayName(
            "an address that is refused for good is tried once, does not hold up the next, and is shown to the operator")
    void refusedForGood() {
        String gone = givenLetter("gone");
        String fine = givenLetter("fine");

        postman.deliver();

        assertThat(mailState(gone)).isEqualTo("FAILED");
        assertThat(tries(gone)).isEqualTo(1);
        assertThat(server.to(fine)).hasSize(1);
        String page = officer("operator").send("GET", "/outbox", null).ok().body();
        assertThat(page)
                .contains("no such user ***")
                .contains("g***@example.org")
                .doesNotContain(gone)
                .doesNotContain("示例批次");
    }

    @Test
    @DisplayName("a content that is refused for good stops too")
    void contentRefused() {
        String spam = givenLetter("spam");

        postman.deliver();

        assertThat(mailState(spam)).isEqualTo("FAILED");
    }

    @Test
    @DisplayName(
            "what is refused for now waits and is tried again, with growing pauses, until it is given up and shown")
    void refusedForNow() {
        String later = givenLetter("later");

        postman.deliver();
        assertThat(mailState(later)).isEqualTo("WAITING");
        postman.deliver();
        assertThat(tries(later)).as("not before its pause is over").isEqualTo(1);

        for (int i = 0; i < 11; i++) {
            clock.moveTo(clock.now().plus(Duration.ofHours(3)));
            postman.deliver();
        }
        assertThat(mailState(later)).isEqualTo("FAILED");
        assertThat(tries(later)).isEqualTo(12);
    }

    @Test
    @DisplayName("a server that takes a mail and then says nothing costs its time-out once, and the next mail goes out")
    void hangs() {
        String hanging = givenLetter("hang");
        String fine = givenLetter("fine");

        postman.deliver();

        assertThat(mailState(hanging)).isEqualTo("WAITING");
        assertThat(server.to(fine)).hasSize(1);
    }

    @Test
    @DisplayName(
            "a server that stops reading in the middle of a file costs its time-out once, and the next mail goes out")
    void stopsReading() throws IOException {
        byte[] video = new byte[16 * 1024 * 1024];
        new Random(1).nextBytes(video);
        String stalled = "stall-" + UUID.randomUUID() + "@example.org";
        String sha256 =
                store.keep(new ByteArrayInputStream(video), video.length).sha256();
        Letter plainOne = letter(stalled);
        outbox.post(new Letter(
                plainOne.dedupKey(),
                null,
                LetterKind.ANNOUNCEMENT,
                stalled,
                plainOne.words(),
                new Letter.Attachment("视频.mp4", sha256)));
        String fine = givenLetter("fine");

        assertTimeoutPreemptively(Duration.ofMinutes(1), postman::deliver);

        assertThat(mailState(stalled)).isEqualTo("WAITING");
        assertThat(tries(stalled)).isEqualTo(1);
        assertThat(server.to(fine)).hasSize(1);
    }

    @Test
    @DisplayName("a mail that takes longer than the lease stays in the hand of the node that sends it")
    void renewed() {
        String big = givenLetter("fine");
        Outbox.Mail taken = outbox.take().orElseThrow();
        clock.moveTo(clock.now().plus(Duration.ofMinutes(4)));
        outbox.renew(taken);

        clock.moveTo(clock.now().plus(Duration.ofMinutes(4)));
        postman.deliver();
        assertThat(server.to(big)).isEmpty();
    }

    @Test
    @DisplayName("a node that dies between sending and marking: sent again once, with the same Message-ID")
    void diesBeforeMarking() {
        String fine = givenLetter("fine");
        Outbox.Mail taken = outbox.take().orElseThrow();

        postman.deliver();
        assertThat(server.to(fine))
                .as("another node keeps its hands off at first")
                .isEmpty();

        clock.moveTo(clock.now().plus(Duration.ofMinutes(6)));
        postman.deliver();
        postman.deliver();
        assertThat(server.to(fine)).hasSize(1);
        assertThat(server.to(fine).get(0).messageId()).isEqualTo(taken.messageId());
    }

    @Test
    @DisplayName("four nodes at once send each of 120 mails once")
    void severalNodes() throws Exception {
        List<String> all =
                IntStream.range(0, 120).mapToObj(i -> givenLetter("many")).toList();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<? extends Future<?>> runs = List.of(1, 2, 3, 4).stream()
                    .map(i -> nodes.submit(postman::deliver))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }
        Set<String> ids = new HashSet<>();
        all.forEach(address -> {
            assertThat(server.to(address)).as(address).hasSize(1);
            ids.add(server.to(address).get(0).messageId());
        });
        assertThat(ids).hasSize(120);
    }

    @Test
    @DisplayName(
            "the operator sends a failed letter again: from the first try on, with its Message-ID, and on the record")
    void retried() {
        String gone = givenLetter("gone");
        postman.deliver();
        String id = jdbc.sql("select cast(id as varchar(20)) from outbox where recipient = :to")
                .param("to", gone)
                .query(String.class)
                .single();

        Answer answer = operate(id, "RETRY");

        assertThat(answer.body()).contains("将重新发送");
        assertThat(mailState(gone)).isEqualTo("WAITING");
        assertThat(tries(gone)).isZero();
        assertThat(recorded("mail.retried", id)).isEqualTo(1);

        operate(id, "CANCEL");
        postman.deliver();
        assertThat(mailState(gone)).isEqualTo("CANCELLED");
        assertThat(tries(gone)).isZero();
        assertThat(recorded("mail.cancelled", id)).isEqualTo(1);
    }

    @Test
    @DisplayName("a letter that went out can not be cancelled any more, and the page says so")
    void tooLate() {
        String fine = givenLetter("fine");
        postman.deliver();
        String id = jdbc.sql("select cast(id as varchar(20)) from outbox where recipient = :to")
                .param("to", fine)
                .query(String.class)
                .single();

        assertThat(operate(id, "CANCEL").body()).contains("状态已经改变");
        assertThat(mailState(fine)).isEqualTo("SENT");
    }

    @Test
    @DisplayName(
            "a clock that jumps back an hour: what was sent is not sent again, new letters go out at once, what waits goes out late and once")
    void clockJumpsBack() {
        String sent = givenLetter("fine");
        postman.deliver();
        String waiting = givenLetter("fine");

        plain.execute("update clock_offset set millis = millis - 3600000");
        String fresh = givenLetter("fine");
        postman.deliver();
        assertThat(server.to(sent)).hasSize(1);
        assertThat(server.to(fresh)).hasSize(1);

        clock.moveTo(clock.now().plus(Duration.ofHours(1)));
        postman.deliver();
        assertThat(server.to(waiting)).hasSize(1);
        assertThat(server.to(sent)).hasSize(1);
    }

    @Test
    @DisplayName(
            "two jobs that write the same fifty letters in one instant: each letter is there once, and neither job fails")
    void manyAtOnce() throws Exception {
        String run = UUID.randomUUID() + "@example.org";
        List<Letter> letters = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> letter(i + "-" + run)).toList());
        outbox.post(letters.get(7));
        List<Letter> backwards = new ArrayList<>(letters);
        Collections.reverse(backwards);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService jobs = Executors.newFixedThreadPool(2);
        try {
            List<? extends Future<?>> both = List.of(letters, backwards).stream()
                    .map(all -> jobs.submit(() -> {
                        together.await();
                        transactions.executeWithoutResult(job -> outbox.postAll(all));
                        return null;
                    }))
                    .toList();
            for (Future<?> job : both) {
                job.get();
            }
        } finally {
            jobs.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from outbox where recipient like :run")
                        .param("run", "%" + run)
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    @DisplayName("with a real mail server there is no demo mailbox, neither the page nor a way to it")
    void noMailbox() {
        var applicant = givenApplicant().client();

        assertThat(applicant
                        .call("GET", "/mailbox", BodyPublishers.noBody(), "Accept", "text/html")
                        .status())
                .isEqualTo(404);
        assertThat(applicant
                        .call("GET", "/", BodyPublishers.noBody(), "Accept", "text/html")
                        .ok()
                        .body())
                .doesNotContain("演示邮箱");
    }

    @Test
    @DisplayName("a mail server that is down delays a letter and loses none; the letter keeps its Message-ID")
    void serverDown() {
        String fine;
        // Before there is a letter: the postman also comes by himself.
        server.leave();
        try {
            fine = givenLetter("fine");
            postman.deliver();
            assertThat(mailState(fine)).isEqualTo("WAITING");
        } finally {
            server.comeBack();
        }
        String id = jdbc.sql("select message_id from outbox where recipient = :to")
                .param("to", fine)
                .query(String.class)
                .single();

        clock.moveTo(clock.now().plus(Duration.ofHours(1)));
        postman.deliver();
        assertThat(server.to(fine))
                .singleElement()
                .satisfies(mail -> assertThat(mail.messageId()).isEqualTo(id));
    }

    private Answer operate(String id, String action) {
        return officer("operator")
                .withToken("/outbox", "POST", "/outbox/" + id, "action=" + action, "application/x-www-form-urlencoded");
    }

    static ScriptedSmtp server() {
        return server;
    }

    String givenLetter(String how) {
        String recipient = how + "-" + UUID.randomUUID() + "@example.org";
        outbox.post(letter(recipient));
        return recipient;
    }

    private static Letter letter(String recipient) {
        return Letter.of(
                "test/" + recipient,
                null,
                LetterKind.ANNOUNCEMENT,
                recipient,
                Map.of("unit", "示例单位", "title", "示例批次", "count", "3 项", "page", "http://127.0.0.1:8080/results/2026"));
    }

    private String mailState(String recipient) {
        return jdbc.sql("select state from outbox where recipient = :to")
                .param("to", recipient)
                .query(String.class)
                .single();
    }

    private int tries(String recipient) {
        return jdbc.sql("select attempts from outbox where recipient = :to")
                .param("to", recipient)
                .query(Integer.class)
                .single();
    }

    private int recorded(String action, String id) {
        return jdbc.sql("select count(*) from record_entry where action = :action and subject = :subject")
                .param("action", action)
                .param("subject", "mail:" + id)
                .query(Integer.class)
                .single();
    }
}
