package cn.gdpilot.desk.application.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.text.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R2.13 R3.1 the day of a correction, and the unit's decision when it has passed. */
class DecideCorrectionTest extends DataTest {

    private static final String CITY = "city-440100";

    @Autowired
    DecideCorrection decide;

    @Autowired
    CorrectionDates dates;

    @Autowired
    ReturnApplication returning;

    @Autowired
    Outbox outbox;

    @Autowired
    Timeline timeline;

    @Autowired
    PilotClock clock;

    @Autowired
    Reinstatement reinstatement;

    @Autowired
    CorrectionSheet sheet;

    private Round round;
    private String id;

    @BeforeEach
    void returned() {
        round = givenRound();
        id = givenApplication(round, CITY, ApplicationState.SUBMITTED);
        applications.advance(id, ApplicationState.RETURNED, OFFICER, Grounds.because("请补充承诺函"));
    }

    @Test
    @DisplayName(
            "R4.1 unit's deadline later than five working days → its own day at the end of work, else the deadline")
    void ownDay() {
        dates.ask(applications.get(id), OFFICER);
        LocalDate day = inForce().atZone(PilotClock.GUANGDONG).toLocalDate();
        assertThat(day)
                .isAfter(clock.today().plusDays(4))
                .isBefore(clock.today().plusDays(16));
        assertThat(inForce().atZone(PilotClock.GUANGDONG).toLocalTime()).hasToString("17:30");

        givenCityDeadline(clock.now().plusSeconds(86_400));
        assertThat(inForce()).isEqualTo(rounds.get(round.id()).cityDeadline());
    }

    @Test
    @DisplayName("R4.1 later day before the unit's deadline → set, applicant told why and again what to correct")
    void extended() {
        givenPassed();
        LocalDate last = LocalDate.of(round.roundYear(), 12, 8);

        decide.extend(id, last.minusDays(1), "邮寄在途", OFFICER);

        assertThat(inForce())
                .isEqualTo(LocalDateTime.of(round.roundYear(), 12, 7, 17, 30)
                        .atZone(PilotClock.GUANGDONG)
                        .toInstant());
        assertThat(letters("correction-extended")).isEqualTo(1);
        assertThat(body("correction-extended")).contains("邮寄在途", "请补充承诺函", "12月7日 17:30", "12月8日 17:30");
    }

    @Test
    @DisplayName("R4.1 window ends at noon, later day is that very day → until the window's last moment")
    void extendedToTheWindow() {
        givenCityDeadline(LocalDateTime.of(round.roundYear(), 12, 12, 12, 0)
                .atZone(PilotClock.GUANGDONG)
                .toInstant());
        givenPassed();

        decide.extend(id, LocalDate.of(round.roundYear(), 12, 12), "邮寄在途", OFFICER);

        assertThat(inForce()).isEqualTo(rounds.get(round.id()).cityDeadline());
        assertThat(body("correction-extended")).contains("这也是申报截止时间").doesNotContain("决定再次延长");
    }

    @Test
    @DisplayName("R4.1 correction has a day of its own → letter says that the unit decides then")
    void ownDayTold() {
        dates.ask(applications.get(id), OFFICER);

        returning.tellReturn(id);

        assertThat(body("return")).contains("决定延长期限或不再等待").doesNotContain("这也是申报截止时间");
    }

    @Test
    @DisplayName("R4.1 the unit's deadline binds → letter says that it ends there, and promises no decision")
    void deadlineTold() {
        givenCityDeadline(clock.now().plusSeconds(86_400));
        dates.ask(applications.get(id), OFFICER);

        returning.tellReturn(id);

        assertThat(body("return")).contains("这也是申报截止时间").doesNotContain("决定延长期限或不再等待");
    }

    @Test
    @DisplayName("R4.1 returned, window closed and opened again → its last moment binds, the unit cannot refuse yet")
    void reopened() {
        givenPassed();
        applications.advance(id, ApplicationState.MISSED_DEADLINE, Actor.SYSTEM, Grounds.byRule("R4.1", "逾期"));
        Deadline window = rounds.get(round.id()).city();

        reinstatement.reinstate(new ReopenedWindow(round.id(), CITY, "台风", window, false));

        assertThat(state(id)).isEqualTo(ApplicationState.RETURNED);
        assertThat(dates.inForce(applications.get(id))).isEqualTo(window);
        assertThatThrownBy(() -> decide.close(id, "不等了", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("还没有过");
        assertThat(sheet.of(id)).contains("请补充承诺函").doesNotContain("台风");
    }

    @Test
    @DisplayName("R2.13 letter of a return under the key of before days → told all the same")
    void formerKey() {
        dates.ask(applications.get(id), OFFICER);
        givenLetter("return/" + id + "/1");

        returning.tellReturn(id);

        assertThat(letters("return")).isEqualTo(2);
    }

    @Test
    @DisplayName("R4.1 later day after the unit's deadline, or earlier than now → refused")
    void extendedTooFar() {
        givenPassed();
        LocalDate last = LocalDate.of(round.roundYear(), 12, 8);

        assertThatThrownBy(() -> decide.extend(id, last.plusDays(1), "邮寄在途", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能晚于申报截止时间");
        assertThatThrownBy(() -> decide.extend(id, LocalDate.of(5_900_000, 1, 1), "邮寄在途", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能晚于申报截止时间");
        assertThatThrownBy(() -> decide.extend(id, clock.today().minusDays(1), "邮寄在途", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("须晚于现在");
    }

    @Test
    @DisplayName("R3.1 day passed, unit waits no longer → REFUSED by R3.1 in the officer's words, letter sent")
    void closed() {
        givenPassed();

        decide.close(id, "多次联系未果", OFFICER);

        assertThat(state(id)).isEqualTo(ApplicationState.REFUSED);
        assertThat(timeline.last(id).rule()).isEqualTo("R3.1");
        assertThat(timeline.last(id).grounds()).contains("补正期限", "多次联系未果");
        assertThat(letters("refusal")).isEqualTo(1);
    }

    @Test
    @DisplayName("R2.13 day not passed, or corrected meanwhile → no decision")
    void tooEarly() {
        dates.ask(applications.get(id), OFFICER);
        assertThatThrownBy(() -> decide.close(id, "不等了", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("还没有过");

        String corrected = givenApplication(round, CITY, ApplicationState.SUBMITTED);
        assertThatThrownBy(() -> decide.close(corrected, "不等了", OFFICER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已不在退回补正状态");
    }

    private Instant inForce() {
        return dates.inForce(applications.get(id)).lastMoment();
    }

    private void givenPassed() {
        dates.ask(applications.get(id), OFFICER);
        jdbc.sql("update correction_day set last_moment = :past where application_id = :id")
                .param("past", PilotClock.timestamp(clock.now().minusSeconds(60)))
                .param("id", id)
                .update();
    }

    private void givenCityDeadline(Instant moment) {
        jdbc.sql("update campaign_round set city_deadline = :moment where id = :id")
                .param("moment", Timestamp.from(moment))
                .param("id", round.id())
                .update();
    }

    private void givenLetter(String key) {
        Map<String, String> words = Stream.of(
                        "number", "project", "contact", "unit", "unitContact", "grounds", "deadline", "window", "own")
                .collect(Collectors.toMap(word -> word, word -> ""));
        outbox.post(Letter.of(key, round.id(), LetterKind.RETURN, "someone@example.org", words));
    }

    private String body(String kind) {
        return jdbc.sql("select body from outbox where round_id = :round and kind = :kind")
                .param("round", round.id())
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private int letters(String kind) {
        return jdbc.sql("select count(*) from outbox where round_id = :round and kind = :kind")
                .param("round", round.id())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
