package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The engine's own pages work behind fence and guard, in Chinese, for those who may open them. */
@ExtendWith(OutputCaptureExtension.class)
class WebappsTest extends BrowserJourney {

    @ParameterizedTest(name = "{0} opens {1}")
    @CsvSource({
        "dept-44, /camunda/app/welcome/default/#!/welcome, 个人资料",
        "dept-44, /camunda/app/tasklist/default/, 本单位任务",
        "operator, /camunda/app/cockpit/default/#/dashboard, 流程",
        "operator, /camunda/app/cockpit/default/#/processes, 工业互联网试点示范项目推荐",
        "operator, /camunda/app/cockpit/default/#/decisions, 推荐名额",
        "designer, /camunda/app/cockpit/default/#/processes, 工业互联网试点示范项目推荐",
        "camunda-admin, /camunda/app/admin/default/#/users, auditor",
        "camunda-admin, /camunda/app/admin/default/#/groups, auditor",
        "camunda-admin, /camunda/app/admin/default/#/authorization?resource=0, tasklist",
        "camunda-admin, /camunda/app/admin/default/#/system?section=system-settings-general, default",
        "camunda-admin, /camunda/app/cockpit/default/#/repository, accept-application.form",
    })
    @DisplayName("a page of the engine opens")
    void pageOpens(String officer, String page, String words, CapturedOutput output) {
        window.signIn(officer, "demo");
        window.open(page);
        window.see(words);
        window.picture(officer + page.replaceAll("[^a-z]+", "-"));
        thenNothingWasRefused(output);
    }

    @Test
    @DisplayName("an operator looks into a running instance and at its jobs")
    void operatorLooksIntoAnInstance(CapturedOutput output) {
        givenRound();
        givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        window.signIn("operator", "demo");
        window.open("/camunda/app/cockpit/default/#/processes");
        window.click(By.linkText("工业互联网试点示范项目推荐"));
        window.click(By.cssSelector("td.instance-id a, [cam-table] td a, .cam-table td a"));
        window.see("变量");
        window.picture("instance");
        window.see(round);
        thenNothingWasRefused(output);
    }

    @ParameterizedTest(name = "{0} may not open {1}")
    @CsvSource({
        "city-440100, /camunda/app/cockpit/default/",
        "city-440100, /camunda/app/admin/default/",
        "operator, /camunda/app/admin/default/",
    })
    @DisplayName("a page of the engine stays closed")
    void pageStaysClosed(String officer, String page) {
        window.signIn(officer, "demo");
        window.open(page);
        window.see("您无权打开此页面");
    }

    @Test
    @DisplayName("nobody can make a task outside of the flow, so nobody is offered to")
    void noTaskOutsideOfTheFlow() {
        window.signIn("dept-44", "demo");
        window.open("/camunda/app/tasklist/default/");
        window.see("发起流程");
        assertThat(window.text()).doesNotContain("新建任务");
    }

    /** Neither fence nor guard said no to the page, and the page found all that it asked for. */
    private void thenNothingWasRefused(CapturedOutput output) {
        assertThat(output.getAll().lines()
                        // What the start refuses to itself, as a probe, is no page's call.
                        .filter(line -> line.contains("-exec-"))
                        .filter(line -> line.contains("Refused ") || line.contains("Fence refused")))
                .isEmpty();
        List<String> errors = window.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                // The engine says "there is none" this way.
                .filter(message -> !message.contains("/identity/password-policy"))
                .toList();
        assertThat(errors).isEmpty();
    }
}
