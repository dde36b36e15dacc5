package cn.gdpilot.domain.deadline.extension;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.project.ApplicationState;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExtensionLettersTest extends DataTest {

    private static final String CITY = "city-440100";

    @Autowired
    private ExtensionLetters letters;

    @Autowired
    private CorrectionDates corrections;

    @Test
    @DisplayName(
            "R4.1 later date, a draft and a correction with its own day → one letter, which says that this day stays")
    void correctionStays() {
        Round round = givenRound();
        givenApplication(round, CITY, ApplicationState.DRAFT);
        String returned = givenApplication(round, CITY, ApplicationState.RETURNED);
        String own = corrections.ask(applications.get(returned), OFFICER).text();

        letters.tell(round, extension(round));

        assertThat(jdbc.sql("select body from outbox where round_id = :round and recipient = 'someone@example.org'")
                        .param("round", round.id())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(applications.get(returned).projectName() + "”退回补正的期限仍为 " + own);
    }

    private static Extension extension(Round round) {
        return new Extension(
                1_000_000 + round.roundYear(),
                round.id(),
                CITY,
                DeadlineKind.CITY,
                round.cityDeadline(),
                LocalDateTime.of(round.roundYear(), 12, 10, 17, 30)
                        .atZone(PilotClock.GUANGDONG)
                        .toInstant(),
                "台风",
                "one",
                round.cityDeadline(),
                "two",
                round.cityDeadline(),
                true,
                false);
    }
}
