package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;

/** A draft is saved while it is filled in; a person overwrites another one's words only after seeing them, and no typed word is lost. */
class DraftSavesItselfTest extends BrowserJourney {

    private static final String COUNT_REQUESTS =
            "const real = window.fetch; window.sent = 0; window.fetch = (...all) => { window.sent += 1; return real(...all); };";

    private Applicant applicant;
    private String person;

    @Test
    @DisplayName("a field is filled in → saved without a button, and the check follows")
    void savesItself() {
        String id = openedAsItIs();

        window.fill("项目简介", "面向海工装备的数字孪生");
        window.see("已自动保存");
        assertThat(application(id).summary()).isEqualTo("面向海工装备的数字孪生");

        window.choose("项目是否已经建成？", "否");
        window.until(() -> Boolean.FALSE.equals(application(id).facts().built()));
        window.see("目前还不能提交");
        window.picture("saved");
    }

    @Test
    @DisplayName("typed while a save is under way → saved after it, and part of a submission at once")
    void typedMeanwhile() {
        String id = opened();
        window.lineTakes(800);
        window.run(COUNT_REQUESTS);
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
        window.until(() -> ((Number) window.run("return window.sent")).intValue() >= requests);
    }

    @AfterEach
    void theLineIsFree() {
        window.lineTakes(0);
    }

    @Test
    @DisplayName("titles and order that are typed go before any other form of the page")
    void titlesGoFirst() {
        String id = opened();
        List<WebElement> titles = window.driver().findElements(By.cssSelector("#materials input[type=text]"));
        titles.get(0).sendKeys("还没保存的标题");

        window.press("生成索引目录并列入材料");

        window.see("索引目录已按现有材料生成");
        assertThat(jdbc.sql("select count(*) from material where application_id = :id and title = '还没保存的标题'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(window.element(By.id("check")).getText()).doesNotContain("重新生成");
    }

    @Test
    @DisplayName(
            "a colleague saved first → nothing is overwritten; the pressed button says why, and my field can be kept")
    void twoPeople() {
        String id = opened();
        colleagueWrites(id, Map.of("summary", "同事写的", "contactName", "新联系人"));

        window.fill("项目简介", "我写的");

        window.see("尚未保存");
        window.see("他人已修改了本申请");
        assertThat(application(id).summary()).isEqualTo("同事写的");
        assertThat(window.valueOf("项目简介")).isEqualTo("我写的");

        window.press("提交申请");
        thenBesideTheButton("他人已修改了本申请", "提交申请");
        window.picture("conflict");
        window.click(By.xpath("//*[@id='not-done']//button[.='保存我填写的内容']"));
        window.until(() -> "我写的".equals(application(id).summary()));
        assertThat(application(id).contact().name())
                .as("what only the colleague changed")
                .isEqualTo("新联系人");
        window.see("已自动保存");

        window.press("提交申请");
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName("a colleague's content is taken → what was typed here is shown beside, and one button brings it back")
    void takeTheirs() {
        String id = opened();
        colleagueWrites(id, Map.of("summary", "同事写的"));
        window.fill("项目简介", "我写的");

        window.press("采用对方的内容");

        assertThat(window.valueOf("项目简介")).isEqualTo("同事写的");
        window.see("项目简介：“我写的”");
        window.picture("taken");
        thenLeavingAsks(true);
        window.press("改回我填写的内容");
        window.until(() -> "我写的".equals(application(id).summary()));
        assertThat(window.text()).doesNotContain("没有采用的内容");
    }

    @Test
    @DisplayName("a page that was old when it was opened → it saves nothing unasked, and its buttons say why")
    void oldPage() {
        String id = opened();
        colleagueWrites(id, Map.of("summary", "同事写的"));
        window.run(
                "document.getElementById('summary').value = '我写的'; HTMLFormElement.prototype.submit.call(document.getElementById('draft'))");
        window.see("您打开本页之后，申请已被改动");

        window.press("提交申请");

        thenBesideTheButton("他人已修改了本申请", "提交申请");
        assertThat(application(id).summary()).isEqualTo("同事写的");
        window.press("已核对最新内容，以本页填写的为准保存");
        window.until(() -> "我写的".equals(application(id).summary()));
        window.press("提交申请");
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName("the session has ended → the button says so; after a sign-in in another window the same page goes on")
    void sessionEnds() {
        String id = opened();
        window.loseSession();
        window.fill("项目简介", "登录失效之后写的");

        window.press("提交申请");

        thenBesideTheButton("登录已失效", "提交申请");
        window.picture("session");
        window.signInBeside(person, "Testing-123");
        window.until(() -> "登录失效之后写的".equals(application(id).summary()));
        window.press("提交申请");
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName("the line is down, or the server fails → the button says so, and 再试 does what was asked for")
    void noServer() {
        String id = opened();
        window.lineIsDown();
        window.fill("项目简介", "断网时写的");
        window.press("生成索引目录并列入材料");
        thenBesideTheButton("未能连接服务器", "生成索引目录并列入材料");
        thenLeavingAsks(true);

        window.lineTakes(0);
        window.see("填写的内容现已保存。刚才没有办理“生成索引目录并列入材料”，请再点一次。");
        window.run(
                "window.real = window.fetch; window.fetch = () => Promise.resolve(new Response('', { status: 503 }))");
        window.field("项目简介").sendKeys("，又写的");
        window.press("提交申请");
        thenBesideTheButton("系统暂时不能保存", "提交申请");
        window.run("window.fetch = window.real; document.querySelector('#not-done button').click()");
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);
        assertThat(application(id).summary()).isEqualTo("断网时写的，又写的");
    }

    @Test
    @DisplayName("an answer is lost after the server saved and put a name right → the next save asks nobody")
    void lostAnswer() {
        String id = opened();
        window.run(
                "const real = window.fetch; window.fetch = async (...all) => { await real(...all); window.fetch = real; throw new TypeError('lost'); };");

        window.run("document.getElementById('contactName').value = '李\\u200b工'");
        window.fill("项目简介", "写了一半");
        window.see("未能连接服务器");
        assertThat(application(id).summary()).isEqualTo("写了一半");
        assertThat(application(id).contact().name()).isEqualTo("李工");
        window.field("项目简介").sendKeys("，写完了");

        window.until(() -> "写了一半，写完了".equals(application(id).summary()));
        assertThat(window.text()).doesNotContain("他人已修改");
    }

    @Test
    @DisplayName("a colleague has submitted meanwhile → upload and submission say that nothing can be changed")
    void submittedMeanwhile() {
        String id = opened();
        applicant.client().submit(id, "colleague").ok();
        window.fill("项目简介", "太晚写的");

        window.press("提交申请");

        thenBesideTheButton("不能修改", "提交申请");
        window.see("在新窗口查看最新内容");
        assertThat(window.valueOf("项目简介")).isEqualTo("太晚写的");
    }

    @Test
    @DisplayName("the submission is refused, all is saved → the bar does not say 尚未保存, and a colleague's field stays")
    void submissionRefused() {
        String id = opened();
        window.choose("项目是否已经建成？", "否");
        window.see("目前还不能提交");
        window.press("提交申请");
        window.see("未能办理");

        thenLeavingAsks(false);
        assertThat(bar()).startsWith("填写的内容会自动保存");
        colleagueWrites(id, Map.of("contactName", "新联系人"));
        window.fill("项目简介", "我写的");
        window.see("他人已修改了本申请");
        window.click(By.xpath("//*[@id='saving']//button[.='保存我填写的内容']"));
        window.until(() -> "我写的".equals(application(id).summary()));
        assertThat(application(id).contact().name())
                .as("the field that only the colleague changed")
                .isEqualTo("新联系人");

        window.run(
                "document.getElementById('contactPhone').value = '打不通'; HTMLFormElement.prototype.submit.call(document.getElementById('draft'))");
        window.until(() -> bar().startsWith("尚未保存："));
        thenLeavingAsks(true);
    }

    @Test
    @DisplayName("413, 429 → said with the status and a retry, not as an application that cannot be changed")
    void unexpectedAnswer() {
        String id = opened();
        answers(413);
        window.fill("项目简介", "太长的");
        window.see("尚未保存：服务器没有受理（状态码 413）");
        assertThat(window.text()).doesNotContain("申请已不能修改");
        window.run("window.fetch = window.real");
        window.click(By.xpath("//*[@id='saving']//button[.='再试']"));
        window.until(() -> "太长的".equals(application(id).summary()));

        answers(429);
        window.field("项目简介").sendKeys("，太快的");
        window.see("服务器没有受理（状态码 429），稍后会自动再试");
        window.run("window.fetch = window.real; dispatchEvent(new Event('online'))");
        window.until(() -> "太长的，太快的".equals(application(id).summary()));
    }

    private void answers(int status) {
        window.run(
                "const status = arguments[0]; window.real = window.fetch; window.fetch = () => Promise.resolve(new Response('', { status: status }))",
                status);
    }

    @Test
    @DisplayName("the draft cannot be saved → 放弃草稿… says why beside it, and the page opens in another window")
    void withdrawalWaits() {
        String id = opened();
        window.lineIsDown();
        window.fill("项目简介", "断网时写的");
        window.click(By.linkText("放弃草稿…"));
        window.see("尚未保存，所以没有办理：未能连接服务器");
        window.picture("withdrawal-waits");
        WebElement still = window.element(By.linkText("仍要打开放弃草稿页（新窗口）"));
        assertThat(still.getAttribute("href")).endsWith(id + "/withdraw");
        assertThat(still.getAttribute("target")).isEqualTo("_blank");

        window.lineTakes(0);
        window.see("填写的内容现已保存。刚才没有办理“放弃草稿…”，请再点一次。");
        window.lineTakes(500);
        window.field("项目简介").sendKeys("，又写的");
        window.click(By.linkText("放弃草稿…"));
        window.until(() -> window.address().endsWith("/withdraw"));
        assertThat(application(id).summary()).isEqualTo("断网时写的，又写的");
    }

    @Test
    @DisplayName("提交申请 pressed twice while titles are being saved → they are sent once")
    void pressedTwice() {
        String id = opened();
        window.run(
                "const real = window.fetch; window.orders = 0; window.fetch = (to, ...all) => { if (String(to).endsWith('/order')) { window.orders += 1; } return real(to, ...all); };");
        window.driver()
                .findElements(By.cssSelector("#materials input[type=text]"))
                .get(0)
                .sendKeys("标题");
        assertThat(
                        window.run(
                                "const button = document.querySelector('#submission button'); button.click(); button.click(); return window.orders"))
                .isEqualTo(1L);
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);
    }

    private String bar() {
        return window.element(By.cssSelector("#saving [role=status]")).getText();
    }

    private void thenLeavingAsks(boolean asks) {
        assertThat(window.run("return dispatchEvent(new Event('beforeunload', { cancelable: true }))"))
                .as("leaving the page goes on")
                .isEqualTo(!asks);
    }

    private void colleagueWrites(String id, Map<String, String> fields) {
        applicant.client().edit(id, fields).ok();
    }

    /** In view, read out, and less than two lines from the button. */
    private void thenBesideTheButton(String words, String button) {
        WebElement told = window.element(By.cssSelector("#not-done[role=alert]"));
        window.until(() -> window.element(By.id("not-done")).getText().contains(words));
        assertThat(window.run("""
                        const told = document.getElementById('not-done').getBoundingClientRect();
                        const button = Array.from(document.querySelectorAll('button')).find((one) => one.textContent.trim() === arguments[0]).getBoundingClientRect();
                        return told.top >= 0 && told.bottom <= innerHeight && Math.abs(told.top - button.bottom) < 60""", button)).as(told.getText()).isEqualTo(true);
    }

    @Test
    @DisplayName(
            "a file is removed and brought back in place: what is typed in the draft and as a title stays, and is saved")
    void materialsInPlace() {
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
        assertThat(window.element(order).getAttribute("value"))
                .as("an order that is typed and not saved")
                .isEqualTo("9");
        assertThat(window.driver().switchTo().activeElement().getText())
                .as("the focus stays in the list")
                .startsWith("删除");
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
        assertThat(jdbc.sql("select count(*) from material where application_id = :id and title = '标题还没保存'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("typed words come back with the browser's back → unsaved, then saved and submitted")
    void comesBack() {
        String id = opened();
        window.fill("项目简介", "没来得及保存的");
        leaveAndComeBack();

        assertThat(window.valueOf("项目简介")).isEqualTo("没来得及保存的");
        window.press("提交申请");
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);
        assertThat(application(id).summary()).isEqualTo("没来得及保存的");
    }

    @Test
    @DisplayName("words come back after a colleague has saved → nothing is overwritten, the person chooses")
    void comesBackTooLate() {
        String id = opened();
        window.fill("项目简介", "没来得及保存的");
        window.open("/portal/data");
        colleagueWrites(id, Map.of("summary", "同事写的"));
        window.driver().navigate().back();

        window.see("他人已修改了本申请");
        assertThat(application(id).summary()).isEqualTo("同事写的");
        window.click(By.xpath("//*[@id='saving']//button[.='保存我填写的内容']"));
        window.until(() -> "没来得及保存的".equals(application(id).summary()));
    }

    @Test
    @DisplayName("words come back twice, the first time unsaved again → a colleague's newer words are not overwritten")
    void comesBackTwice() {
        String id = opened();
        window.fill("项目简介", "没来得及保存的");
        window.open("/portal/data");
        colleagueWrites(id, Map.of("summary", "同事写的"));
        HasCdp browser = (HasCdp) window.driver();
        Object failing = browser.executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "const real = window.fetch; window.fetch = (to, how) => how && how.method === 'POST' ? Promise.reject(new TypeError('down')) : real(to, how);"))
                .get("identifier");
        window.driver().navigate().back();
        window.see("尚未保存：未能连接服务器");
        window.open("/portal/data");
        browser.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", failing));

        window.driver().navigate().back();

        window.see("他人已修改了本申请");
        assertThat(application(id).summary()).isEqualTo("同事写的");
    }

    private void leaveAndComeBack() {
        window.open("/portal/data");
        window.driver().navigate().back();
    }

    @Test
    @DisplayName("line down, session ended → the list's buttons say so in place, 再试 does it, nothing typed is gone")
    void materialsWithoutServer() {
        String id = opened();
        WebElement title = window.driver()
                .findElements(By.cssSelector("#materials input[type=text]"))
                .get(0);
        title.sendKeys("断网时写的标题");
        window.lineIsDown();
        window.press("保存标题和顺序");
        thenBesideTheButton("没有办理：未能连接服务器", "保存标题和顺序");
        window.picture("list-line-down");

        window.lineTakes(0);
        window.click(By.xpath("//*[@id='not-done']//button[.='再试']"));
        window.until(() -> window.element(By.id("told-here")).getText().contains("材料的标题和顺序已保存"));
        assertThat(
                        window.run(
                                "const told = document.getElementById('told-here').getBoundingClientRect(); return told.top >= 0 && told.bottom <= innerHeight"))
                .as("in view")
                .isEqualTo(true);
        window.picture("list-saved");

        window.loseSession();
        window.click(By.xpath("//button[starts-with(normalize-space(), '删除')]"));
        window.until(() -> window.element(By.id("not-done")).getText().contains("没有办理：登录已失效"));
        window.picture("list-session");
        assertThat(window.address()).endsWith(id);
        window.signInBeside(person, "Testing-123");
        window.click(By.xpath("//*[@id='not-done']//button[.='再试']"));
        window.see("材料已删除");
        assertThat(jdbc.sql("select count(*) from material where application_id = :id and title = '断网时写的标题'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("line down, nothing unsaved → 提交申请 and the withdrawal say so in place of the browser's error page")
    void leavesOnlyWhenAnswered() {
        String id = opened();
        window.lineIsDown();
        window.press("提交申请");
        thenBesideTheButton("没有办理：未能连接服务器", "提交申请");
        window.lineTakes(0);
        window.click(By.xpath("//*[@id='not-done']//button[.='再试']"));
        window.until(() -> application(id).state() == ApplicationState.SUBMITTED);

        window.open("/portal/applications/" + id + "/withdraw");
        window.fill("项目名称", "海工装备数字孪生");
        window.fill("撤回原因", "另行安排");
        window.lineIsDown();
        window.press("撤回这项申请");
        thenBesideTheButton("没有办理：未能连接服务器", "撤回这项申请");
        window.picture("withdrawal-line-down");
        assertThat(window.valueOf("撤回原因")).isEqualTo("另行安排");
        window.lineTakes(0);
        window.press("撤回这项申请");
        window.until(() -> application(id).state() == ApplicationState.WITHDRAWN);
    }

    private String opened() {
        window.makePausesShort();
        return openedAsItIs();
    }

    /** With the pauses that every user's page makes. */
    private String openedAsItIs() {
        givenRound();
        applicant = givenApplicant();
        person = applicant.client().username();
        String id = givenDraft(applicant, "city-440400", "T01", "海工装备数字孪生");
        window.signIn(person, "Testing-123");
        window.open("/portal/applications/" + id);
        return id;
    }
}
