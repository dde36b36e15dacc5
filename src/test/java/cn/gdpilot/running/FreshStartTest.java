package cn.gdpilot.running;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.mail.DemoMailServer;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.journey.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.util.ReflectionTestUtils;

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

    @RepeatedTest(4)
    @DisplayName(
            "a way walked and kept by tests before → rows, files and clock stand where it led, and the round goes on")
    void sameBeginning() throws IOException {
        givenRound();
        Submitted accepted = givenAccepted("city-440100", "T01", "同一开头");
        whenClockShows("12-02T10:00:00");

        assertThat(state(accepted.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(files()).isPositive();
        assertThat(clock.now().atZone(PilotClock.GUANGDONG))
                .isBetween(
                        ZonedDateTime.parse(year + "-12-02T10:00:00+08:00"),
                        ZonedDateTime.parse(year + "-12-02T10:00:30+08:00"));
        assertThat(ClockUtil.getCurrentTime()).isCloseTo(clock.now(), 30_000);
        assertThat(jdbc.sql("select count(*) from application")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        whenListed("city-440100", List.of(accepted.id()));
        givenSubmitted("city-440300", "T01", "另一项目");
        assertThat(jdbc.sql("select count(*) from application")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    @DisplayName("a setting switched for a class → there until it is taken back, also when all was put back in between")
    void settingTakenBack(
            @Autowired SettingSwitch settings, @Autowired FreshStart start, @Autowired BeanFactory beans) {
        Object rule = beans.getBean("arrivalRule");
        Object asStarted = ReflectionTestUtils.getField(rule, "counts");

        settings.set(FirstPiece.class);
        start.restore();
        assertThat(ReflectionTestUtils.getField(rule, "counts")).hasToString("FIRST");

        settings.back();
        assertThat(ReflectionTestUtils.getField(rule, "counts")).isSameAs(asStarted);
    }

    @OtherSetting(value = "pilot.arrival.counts=first", readBy = "arrivalRule")
    private static class FirstPiece {}
}
