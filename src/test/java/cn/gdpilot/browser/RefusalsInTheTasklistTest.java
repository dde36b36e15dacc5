package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.project.ApplicationState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an officer sees in the Tasklist when the server refuses an answer. */
class RefusalsInTheTasklistTest extends BrowserJourney {

    @Test
    @DisplayName("R2.3 accepting without having looked up the credit record is refused in Chinese; what was typed stays")
    void refusalKeepsWhatWasTyped() {
        givenRound();
        Submitted project = givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        Tasklist tasklist = Tasklist.of("city-440400", window).take("审核申请材料");

        tasklist.answer("受理").write("理由或补正要求", "材料齐全").pressComplete();

        assertThat(tasklist.note()).contains("信用中国").contains("R2.3").doesNotContain("Cannot");
        window.picture("refused");
        assertThat(window.valueOf("理由或补正要求")).isEqualTo("材料齐全");
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName("R3.1 returning without a word on what to correct is refused in Chinese")
    void returningNeedsGrounds() {
        givenRound();
        Submitted project = givenSubmitted("city-440600", "T01", "陶瓷窑炉能效优化");
        Tasklist tasklist = Tasklist.of("city-440600", window).take("审核申请材料");

        tasklist.answer("退回补正").pressComplete();

        assertThat(tasklist.note()).contains("理由");
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
    }
}
