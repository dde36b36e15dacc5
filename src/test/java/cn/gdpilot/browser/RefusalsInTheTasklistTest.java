package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** What an officer sees in the Tasklist when the server refuses an answer. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalsInTheTasklistTest extends BrowserJourney {

    /** One round for all tests; each has a city of its own. */
    @BeforeAll
    void inOneRound() {
        givenRound();
    }

    @Test
    @DisplayName(
            "R2.3 accepting without having looked up the credit record is refused in Chinese; what was typed stays")
    void refusalKeepsWhatWasTyped() {
        Submitted project = givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        Tasklist tasklist = Tasklist.of("city-440400", window).take("审核申请材料");

        tasklist.answer("受理").tickAll().write("理由或补正要求", "材料齐全").pressComplete();

        assertThat(tasklist.note()).contains("信用中国").contains("R2.3").doesNotContain("Cannot");
        window.picture("refused");
        assertThat(window.valueOf("理由或补正要求")).isEqualTo("材料齐全");
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
        for (Dimension size : List.of(new Dimension(1280, 900), new Dimension(1024, 768))) {
            window.driver().manage().window().setSize(size);
            window.picture("refused-" + size.getWidth());
            assertThat(tasklist.coveredButtons())
                    .as("buttons under the message at " + size)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("task completed with nothing filled in → each field says in Chinese that it is needed")
    void emptyForm() {
        givenSubmitted("city-440500", "T01", "玩具设计协同");
        Tasklist tasklist = Tasklist.of("city-440500", window).take("审核申请材料");

        tasklist.pressComplete();

        window.see("此项必填。");
        assertThat(window.text()).doesNotContain("Field");
    }

    @Test
    @DisplayName(
            "R3.1 returning without a word on what to correct is refused in Chinese; once it is corrected, nothing is said")
    void returningNeedsGrounds() {
        Submitted project = givenSubmitted("city-440600", "T01", "陶瓷窑炉能效优化");
        Tasklist tasklist = Tasklist.of("city-440600", window).take("审核申请材料");

        tasklist.answer("退回补正").pressComplete();

        assertThat(tasklist.note()).contains("理由");
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);

        tasklist.tick("视频").write("理由或补正要求", "请补正视频").complete();

        window.until(() -> !tasklist.hasNote());
        assertThat(state(project.id())).isEqualTo(ApplicationState.RETURNED);
    }

    @Test
    @DisplayName("R2.13 what the reviewer ticks and writes stands beside the field when the applicant corrects")
    void correctionsStandBesideTheField() {
        Submitted project = givenSubmitted("city-440700", "T01", "纸箱印刷协同");
        Tasklist tasklist = Tasklist.of("city-440700", window).take("审核申请材料");

        tasklist.answer("退回补正").tick("项目简介").tick("视频").write("理由或补正要求", "请一并核对\n视频：画面没有声音");
        window.picture("returning");
        tasklist.complete();
        settle();

        window.signIn(project.applicant().client().username(), "Testing-123");
        window.open("/portal/applications/" + project.id());
        window.picture("returned");
        assertThat(window.element(By.id("summary-remark")).getText()).contains("须补正", "请一并核对");
        assertThat(window.element(By.id("VIDEO-remark")).getText())
                .contains("画面没有声音")
                .doesNotContain("一并");
        window.follow("项目简介");
        window.until(() -> window.address().endsWith("#summary"));
    }
}
