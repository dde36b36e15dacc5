package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;

/** A draft is saved while it is filled in; nobody overwrites anybody unseen, and nothing typed is lost. */
class DraftSavesItselfTest extends BrowserJourney {

    private static final String COUNT_REQUESTS =
            "const real = window.fetch; window.sent = 0; window.fetch = (...all) => { window.sent += 1; return real(...all); };";

    @Test
    @DisplayName("what is typed is saved without a button, and the check follows")
    void savesItself() {
        givenRound();
        String id = opened();

        window.fill("项目简介", "面向海工装备的数字孪生");
        window.see("已自动保存");
        assertThat(application(id).summary()).isEqualTo("面向海工装备的数字孪生");

        window.choose("项目是否已经建成？", "否");
        window.until(() -> Boolean.FALSE.equals(application(id).built()));
        window.see("目前还不能提交");
        window.picture("saved");
    }

    @Test
    @DisplayName("what is typed while a save is under way is saved after it, and goes with a submission that does not wait")
    void typedMeanwhile() {
        givenRound();
        String id = opened();
        answersTake(4000);
        ((JavascriptExecutor) window.driver()).executeScript(COUNT_REQUESTS);
        WebElement summary = window.field("项目简介");

        window.fill("项目简介", "先写的");
        whenSent(1);
        summary.sendKeys("，后写的");
        window.until(() -> "先写的，后写的".equals(application(id).summary()));

        summary.sendKeys("，再写的");
        whenSent(3);
        summary.sendKeys("，最后写的");
        window.press("提交申请");
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);
        assertThat(application(id).summary()).isEqualTo("先写的，后写的，再写的，最后写的");
    }

    private void whenSent(int requests) {
        window.until(() -> ((Number) ((JavascriptExecutor) window.driver()).executeScript("return window.sent")).intValue() >= requests);
    }

    /** How long the browser's line takes for each answer. */
    private void answersTake(int millis) {
        HasCdp browser = (HasCdp) window.driver();
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", millis, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    @AfterEach
    void theLineIsFree() {
        answersTake(0);
    }

    @Test
    @DisplayName("titles and order that are typed go before any other form of the page")
    void titlesGoFirst() {
        givenRound();
        String id = opened();
        List<WebElement> titles = window.driver().findElements(By.cssSelector("#materials input[type=text]"));
        titles.get(0).sendKeys("还没保存的标题");

        window.press("生成索引目录并列入材料");

        window.see("索引目录已按现有材料生成");
        assertThat(jdbc.sql("select count(*) from material where application_id = :id and title = '还没保存的标题'").param("id", id).query(Integer.class).single())
                .isEqualTo(1);
        assertThat(window.element(By.id("check")).getText()).doesNotContain("重新生成");
    }

    @Test
    @DisplayName("what a colleague has changed meanwhile is not overwritten; what was typed stays on the page")
    void twoPeople() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440400", "T01", "海工装备数字孪生");
        window.signIn(applicant.client().username(), "Testing-123");
        window.open("/portal/applications/" + id);
        applicant.client().edit(id, Map.of("summary", "同事写的")).ok();

        window.fill("项目简介", "我写的");

        window.see("尚未保存");
        window.see("他人已修改了本申请");
        assertThat(application(id).summary()).isEqualTo("同事写的");
        assertThat(window.valueOf("项目简介")).isEqualTo("我写的");
    }

    @Test
    @DisplayName("a file is removed and brought back in place: what is typed in the draft and as a title stays, and is saved")
    void materialsInPlace() {
        givenRound();
        String id = opened();

        List<WebElement> titles = window.driver().findElements(By.cssSelector("#materials input[type=text]"));
        WebElement title = titles.get(titles.size() - 1);
        title.sendKeys("标题还没保存");
        window.fill("项目简介", "刚刚输入");
        List<WebElement> orders = window.driver().findElements(By.cssSelector("#materials input.place"));
        By order = By.name(orders.get(orders.size() - 1).getAttribute("name"));
        window.element(order).clear();
        window.element(order).sendKeys("9");
        window.click(By.xpath("//button[starts-with(normalize-space(), '删除')]"));

        window.see("材料已删除");
        assertThat(window.address()).endsWith(id);
        assertThat(window.valueOf("项目简介")).isEqualTo("刚刚输入");
        assertThat(title.getAttribute("value")).isEqualTo("标题还没保存");
        assertThat(window.element(order).getAttribute("value")).as("an order that is typed and not saved").isEqualTo("9");
        assertThat(window.driver().switchTo().activeElement().getText()).as("the focus stays in the list").startsWith("删除");
        window.until(() -> "刚刚输入".equals(application(id).summary()));

        window.click(By.cssSelector("#materials details summary"));
        window.click(By.xpath("//button[starts-with(normalize-space(), '恢复')]"));
        window.see("材料已恢复");
        assertThat(window.valueOf("项目简介")).isEqualTo("刚刚输入");
        window.click(By.xpath("//button[normalize-space() = '保存标题和顺序']"));
        window.see("材料的标题和顺序已保存");
        window.click(By.xpath("//a[starts-with(normalize-space(), '替换') and contains(., 'evidence.pdf')]"));
        assertThat(window.valueOf("材料类别")).isEqualTo("EVIDENCE");
        assertThat(window.valueOf("新增还是替换")).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from material where application_id = :id and title = '标题还没保存'").param("id", id).query(Integer.class).single())
                .isEqualTo(1);
    }

    private String opened() {
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440400", "T01", "海工装备数字孪生");
        window.signIn(applicant.client().username(), "Testing-123");
        window.open("/portal/applications/" + id);
        return id;
    }
}
