package cn.gdpilot.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.mail.Outbox;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DecisionLettersTest extends DataTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private PilotClock clock;

    @Test
    @DisplayName("a colleague asks → the office's lead reads what, by whom, until when, and where")
    void toTheLead() {
        Round round = givenRound();

        tell(new DecisionAsked("dept-44", round.id(), "延长期限", "台风", "zhang.san", "12月8日", "/desk/deadlines/1"));

        Map<String, Object> letter = letter();
        assertThat(letter.get("OFFICE")).isEqualTo("dept-44-lead");
        assertThat(letter.get("BODY").toString())
                .contains(
                        round.title(),
                        "zhang.san提出延长期限",
                        "台风",
                        "12月8日 之前",
                        "https://pilot.example.org/desk/deadlines/1");
    }

    @Test
    @DisplayName("the page's address → a link in the letter's HTML")
    void link() {
        tell(new DecisionAsked("dept-44", null, "处理无主事项", "理由", "zhang.san", "", "/desk/unattended"));

        assertThat(letter().get("HTML").toString())
                .contains("<a href=\"https://pilot.example.org/desk/unattended\">")
                .doesNotContain("之前办理");
    }

    private void tell(DecisionAsked asked) {
        new DecisionLetters(outbox, units, rounds, clock, "https://pilot.example.org").tell(asked);
    }

    private Map<String, Object> letter() {
        return jdbc.sql("select office, body, html from outbox where kind = 'decision-asked'")
                .query((row, n) -> Map.<String, Object>of(
                        "OFFICE", row.getString("office"),
                        "BODY", row.getString("body"),
                        "HTML", row.getString("html")))
                .single();
    }
}
