package cn.gdpilot.desk.application.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.text.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
    Timeline timeline;

    @Autowired
    PilotClock clock;

    private Round round;
    private String id;

    @BeforeEach
    void returned() {
        round = givenRound();
        id = givenApplication(round, CITY, ApplicationState.RETURNED);
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
    @DisplayName("R4.1 later day before the unit's deadline → set, applicant told")
    void extended() {
        givenPassed();
        LocalDate last = LocalDate.of(round.roundYear(), 12, 8);

        decide.extend(id, last.minusDays(1), "邮寄在途", OFFICER);

        assertThat(inForce())
                .isEqualTo(LocalDateTime.of(round.roundYear(), 12, 7, 17, 30)
                        .atZone(PilotClock.GUANGDONG)
                        .toInstant());
        assertThat(letters("return")).isEqualTo(1);
    }

    @Test
    @DisplayName("R4.1 later day after the unit's deadline, or earlier than now → refused")
    void extendedTooFar() {
        givenPassed();
        LocalDate last = LocalDate.of(round.roundYear(), 12, 8);

        assertThatThrownBy(() -> decide.extend(id, last.plusDays(1), "邮寄在途", OFFICER))
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

    private int letters(String kind) {
        return jdbc.sql("select count(*) from outbox where round_id = :round and kind = :kind")
                .param("round", round.id())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
