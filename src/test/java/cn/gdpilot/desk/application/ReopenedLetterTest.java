package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an applicant reads when a window is open again: whose it is, and what there is to do. */
class ReopenedLetterTest extends DataTest {

    private static final String CITY = "city-440700";

    @Autowired
    private ApplicationLetters letters;

    @Test
    @DisplayName("R4.3 the Department's window opens again → named, nothing to correct")
    void department() {
        assertThat(letter(Unit.DEPARTMENT, ApplicationState.REVIEWED))
                .contains(
                        units.get(Unit.DEPARTMENT).name() + "的报送期限重新开放",
                        "申报单位无需办理",
                        "以" + units.get(Unit.DEPARTMENT).name() + "的名单为准")
                .doesNotContain(units.get(CITY).name(), "在门户办理");
    }

    @Test
    @DisplayName("R4.1 the city's window opens again → named, corrections until then")
    void city() {
        assertThat(letter(CITY, ApplicationState.RETURNED))
                .contains(units.get(CITY).name() + "的报送期限重新开放", "在门户办理")
                .doesNotContain("无需办理");
    }

    private String letter(String window, ApplicationState state) {
        Round round = givenRound();
        Application application = applications.get(givenApplication(round, CITY, state));

        letters.reopened(application, new ReopenedWindow(round.id(), window, "台风", round.ministry(), false));

        return jdbc.sql("select body from outbox where dedup_key like :key")
                .param("key", "reopened/" + application.id() + "/%")
                .query(String.class)
                .single();
    }
}
