package cn.gdpilot.running;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.mail.DemoMailServer;
import cn.gdpilot.journey.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class FreshStartTest extends Journey {

    @Autowired
    private DemoMailServer mailbox;

    @Value("${pilot.store-folder}")
    private Path store;

    @RepeatedTest(2)
    @DisplayName("a test before left a round, files, letters, a moved clock → the next finds none of them")
    void nothingIsLeft() throws IOException {
        assertThat(clock.offset()).isZero();
        assertThat(ClockUtil.getCurrentTime()).isBefore(clock.now().plusSeconds(60));
        assertThat(rounds.all()).isEmpty();
        assertThat(mailbox.received()).isEmpty();
        assertThat(files()).isZero();

        givenRound();
        givenSubmitted("city-440100", "T01", "留下的项目");
        postman.deliver();

        assertThat(ClockUtil.getCurrentTime()).isAfter(clock.now().minusSeconds(60));
        assertThat(mailbox.received()).isNotEmpty();
        assertThat(files()).isPositive();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
