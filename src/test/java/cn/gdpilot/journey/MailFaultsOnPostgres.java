package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.gdpilot.MortalPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

public abstract class MailFaultsOnPostgres extends MailFaults {

    private static MortalPostgres database;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        database = new MortalPostgres();
        database.use(properties);
    }

    @Test
    @DisplayName(
            "the database is killed in the middle of sending and started again: no letter lost, one repeat at most, with the same Message-ID")
    void databaseKilled() throws Exception {
        List<String> all =
                IntStream.range(0, 60).mapToObj(i -> givenLetter("many")).toList();
        CompletableFuture<Void> run = CompletableFuture.runAsync(postman::deliver);
        assertThat(server().takenBy(all.get(10), 30)).isTrue();

        database.kill();
        assertThatThrownBy(run::join).as("the run ends, it does not hang").isNotNull();
        assertThat(all)
                .as("it was in the middle")
                .anyMatch(address -> server().to(address).isEmpty());
        database.startAgain();
        await("the application finds it again by itself")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> clock.now() != null);
        clock.moveTo(clock.now().plus(Duration.ofMinutes(6)));
        postman.deliver();

        assertThat(all).allMatch(address -> !server().to(address).isEmpty());
        List<String> twice =
                all.stream().filter(address -> server().to(address).size() > 1).toList();
        assertThat(twice)
                .hasSizeLessThan(2)
                .allMatch(address -> server().to(address).stream()
                                .map(mail -> mail.messageId())
                                .distinct()
                                .count()
                        == 1);
    }
}
