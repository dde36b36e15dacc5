package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chromium.HasCdp;

/** What a browser of the year 2021 lacks, and what one without JavaScript meets. */
class OlderBrowserTest extends BrowserJourney {

    /** What came after Chromium 90 and is easily taken for granted. */
    private static final String AS_IN_90 = """
            delete window.structuredClone; delete Array.prototype.at; delete String.prototype.at;
            delete Array.prototype.findLast; delete Array.prototype.findLastIndex; delete Array.prototype.toSorted;
            delete Crypto.prototype.randomUUID; delete Object.groupBy; delete Promise.withResolvers; delete AbortSignal.timeout;""";
    /** The driver's own search by XPath needs it, so it goes where the page is asked by selectors only. */
    private static final String NO_HAS_OWN = "delete Object.hasOwn; delete window.structuredClone;";

    @AfterEach
    void asTheBrowserIs() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    @Test
    @DisplayName("without what came after Chromium 90 a diagram is drawn, a draft saves itself, and a file is uploaded")
    void withoutNewerFunctions() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "老浏览器");
        window.signIn(applicant.client().username(), "Testing-123");
        with(AS_IN_90, () -> {
            window.open("/portal/applications/" + id);
            window.fill("项目简介", "自动保存的内容");
            window.see("已自动保存");
            window.select("材料类别", "相关成果");
            window.field("文件")
                    .sendKeys(Path.of("src/samples/materials/evidence.pdf")
                            .toAbsolutePath()
                            .toString());
            window.press("上传");
            window.until(() -> window.element(By.id("uploads")).getText().contains("已上传"));
        });
        window.signIn("dept-44", "demo");
        with(NO_HAS_OWN, () -> {
            window.open("/desk/diagrams/application");
            window.until(() -> window.has(By.cssSelector("#diagram svg [data-element-id=UserTask_AcceptApplication]")));
            window.picture("diagram-older");
        });

        assertThat(application(id).summary()).isEqualTo("自动保存的内容");
    }

    @Test
    @DisplayName(
            "without JavaScript a draft that is saved after the session's end is kept, and saved after the sign-in in another window")
    void lateForm() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "过期的页面");
        window.signIn(applicant.client().username(), "Testing-123");
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        window.open("/portal/applications/" + id);
        window.fill("项目简介", "写了两个小时");
        window.driver().manage().deleteAllCookies();

        window.press("保存");
        window.see("填写的内容还在");
        window.picture("late-form");
        assertThat(grave()).isEmpty();

        String kept = window.driver().getWindowHandle();
        window.follow("在新窗口登录");
        String fresh = window.driver().getWindowHandles().stream()
                .filter(one -> !one.equals(kept))
                .findFirst()
                .orElseThrow();
        window.driver().switchTo().window(fresh);
        window.fill("用户名", applicant.client().username());
        window.fill("密码", "Testing-123");
        window.press("登录");
        window.see("退出登录");
        window.driver().close();
        window.driver().switchTo().window(kept);
        window.press("再次提交");
        window.press("确认提交");
        window.see("已保存");

        assertThat(application(id).summary()).isEqualTo("写了两个小时");
    }

    /** Runs a script before each page's own. */
    private void with(String script, Runnable walk) {
        Object added = ((HasCdp) window.driver())
                .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                .get("identifier");
        try {
            walk.run();
        } finally {
            cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", added));
        }
    }

    private List<String> grave() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        List<String> violations = Axe.grave(window.driver());
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return violations;
    }

    private void cdp(String command, Map<String, Object> parameters) {
        ((HasCdp) window.driver()).executeCdpCommand(command, parameters);
    }
}
