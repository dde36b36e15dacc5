package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The ranking page: by number, button, key and drag, and two handlers at once. */
@TestInstance(Lifecycle.PER_CLASS)
class RankingTogetherTest extends BrowserJourney {

    private static final String UNIT = "city-441500";
    /** A unit whose list is signed. */
    private static final String OTHER_UNIT = "city-441400";

    private final List<String> projects = new ArrayList<>();
    private String unit = UNIT;

    /** One round and five accepted projects for all tests; each begins with an empty list. */
    @BeforeAll
    void inOneRound() {
        givenRound();
        for (String name : List.of("海水养殖监测", "渔港船舶互联", "水产冷链追溯", "海上风电运维", "盐田晒制控制")) {
            projects.add(givenAccepted(UNIT, "T01", name).id());
        }
    }

    @BeforeEach
    void givenEmptyList() {
        unit = UNIT;
        if (!ranked().isEmpty() || !reasons().isEmpty()) {
            colleagueSaves(projects.stream().collect(Collectors.toMap(project -> "reason-" + project, project -> "")));
        }
    }

    @Test
    @DisplayName("R3.6 a list is made by button, number, key and drag, each saved at once; the page fits 360 px")
    void everyWayToMove() {
        String first = projects.get(0);
        String second = projects.get(1);
        String third = projects.get(2);
        openAsItIs(window);

        press(window, "in-" + first);
        thenListIs(first);
        press(window, "in-" + second);
        thenListIs(first, second);
        type(window, third, "1");
        thenListIs(third, first, second);
        window.element(By.id("place-" + third)).sendKeys(Keys.ARROW_DOWN);
        thenListIs(first, third, second);
        thenSaved();
        new Actions(window.driver())
                .dragAndDrop(row(window, second), row(window, first))
                .perform();
        thenListIs(second, first, third);
        press(window, "out-" + third);
        thenListIs(second, first);
        window.element(By.id("reason-" + third)).sendKeys("尚未验收");
        window.until(() -> reasons().equals(List.of("尚未验收")));
        assertThat(window.driver().switchTo().activeElement().getAttribute("id"))
                .as("the field is not left")
                .isEqualTo("reason-" + third);
        window.see("名额 5 个，已列入 2 个");

        window.driver().manage().window().setSize(new Dimension(500, 800));
        window.picture("narrow");
        assertThat(((JavascriptExecutor) window.driver())
                        .executeScript(
                                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("R3.6 of two handlers at once the second sees the first one's change instead of overwriting it")
    void twoHandlers() {
        String first = projects.get(0);
        String second = projects.get(1);
        WebDriver other = Chromium.open();
        try {
            Window colleague =
                    new Window(other, base(), Path.of("target", "screenshots", "RankingTogetherTest", "colleague"));
            openList(window);
            openList(colleague);
            stopWatching(colleague);

            press(window, "in-" + first);
            thenListIs(first);
            press(colleague, "in-" + second);
            colleague.see("名单刚刚已有变动");
            colleague.picture("told");
            thenListIs(first);
            assertThat(colleague.valueOf("海水养殖监测的推荐顺序")).isEqualTo("1");

            press(colleague, "in-" + second);
            thenListIs(first, second);
            window.until(() -> window.valueOf("渔港船舶互联的推荐顺序").equals("2"));
            window.picture("follows");
        } finally {
            other.quit();
        }
    }

    @Test
    @DisplayName(
            "R3.6 all numbers typed fast on a slow line → the saved list is the typed one, and 已保存 is said only then")
    void typedFast() {
        List<String> ids = projects;
        openList(window);
        window.lineTakes(1500);

        List<Integer> numbers = List.of(5, 1, 4, 2, 3);
        for (int n = 0; n < 5; n++) {
            window.element(By.id("place-" + ids.get(n))).sendKeys(String.valueOf(numbers.get(n)), Keys.TAB);
        }

        thenSaved();
        assertThat(ranked()).containsExactly(ids.get(1), ids.get(3), ids.get(4), ids.get(2), ids.get(0));
        window.see("已列入 5 个");
        assertThat(window.valueOf("海水养殖监测的推荐顺序")).isEqualTo("5");
    }

    @Test
    @DisplayName("R3.6 numbers typed slowly, the last place first → the list is the typed one, gaps close on saving")
    void typedSlowly() {
        List<String> ids = projects.subList(0, 3);
        openList(window);

        for (int n = 0; n < 3; n++) {
            type(window, ids.get(n), String.valueOf(4 - n));
            By redrawn = By.cssSelector("tr[data-id='" + ids.get(n) + "'][data-listed='true']");
            window.until(() -> window.has(redrawn));
        }

        assertThat(ranked()).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(window.valueOf("海水养殖监测的推荐顺序")).isEqualTo("4");
        window.press("保存推荐顺序");
        window.until(() -> window.valueOf("海水养殖监测的推荐顺序").equals("3"));
        assertThat(ranked()).containsExactly(ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    @DisplayName("R3.6 a reason typed while a number, a move and a key are being saved → each is saved, none replaced")
    void changedWhileSaving() {
        String first = projects.get(0);
        String second = projects.get(1);
        String third = projects.get(2);
        openList(window);
        window.lineTakes(1500);

        press(window, "in-" + first);
        press(window, "in-" + second);
        window.element(By.id("place-" + second)).sendKeys(Keys.ARROW_UP);
        WebElement reason = window.element(By.id("reason-" + third));
        reason.sendKeys("尚未");
        window.until(() -> ranked().equals(List.of(second, first)));
        thenSaved();
        reason.sendKeys("验收", Keys.TAB);

        thenSaved();
        assertThat(reasons()).containsExactly("尚未验收");
        assertThat(ranked()).containsExactly(second, first);
    }

    @Test
    @DisplayName("R3.6 line down, server failing, session ended → said in view, nothing lost, saved once it can be")
    void cannotSave() {
        String first = projects.get(0);
        String second = projects.get(1);
        openList(window);

        window.lineIsDown();
        press(window, "in-" + first);
        window.see("尚未保存：未能连接服务器");
        assertThat(window.run("return dispatchEvent(new Event('beforeunload', { cancelable: true }))"))
                .as("leaving the page asks")
                .isEqualTo(false);
        window.picture("line-down");
        window.lineTakes(0);
        thenListIs(first);

        window.run(
                "window.real = window.fetch; window.fetch = () => Promise.resolve(new Response('', { status: 500 }))");
        press(window, "in-" + second);
        window.see("尚未保存：系统暂时不能保存");
        assertThat(ranked()).containsExactly(first);
        window.run("window.fetch = window.real; document.querySelector('#saving button').click()");
        thenListIs(first, second);

        window.loseSession();
        window.element(By.id("place-" + second)).sendKeys(Keys.ARROW_UP);
        window.see("尚未保存：登录已失效");
        window.signInBeside(UNIT, "demo");
        thenListIs(second, first);
        thenSaved();
        assertThat(window.run("return dispatchEvent(new Event('beforeunload', { cancelable: true }))"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("R3.6 a colleague was first → my order and reason are kept in words, and one button brings them back")
    void mineIsKept() {
        String first = projects.get(0);
        String second = projects.get(1);
        String third = projects.get(2);
        openList(window);
        stopWatching(window);
        colleagueSaves(Map.of("place-" + third, "1"));

        window.run(
                "arguments[0].value = '资料不全'; arguments[1].click()",
                window.element(By.id("reason-" + third)),
                window.element(By.id("in-" + second)));

        window.see("名单刚刚已有变动");
        window.see("顺序：1. 渔港船舶互联");
        window.see("“水产冷链追溯”未列入的理由：资料不全");
        window.picture("kept");
        assertThat(ranked()).containsExactly(third);
        assertThat(window.valueOf("水产冷链追溯的推荐顺序")).isEqualTo("1");
        press(window, "in-" + first);
        thenListIs(third, first);
        window.see("顺序：1. 渔港船舶互联");

        window.press("改用我排的");
        thenListIs(second);
        window.until(() -> reasons().equals(List.of("资料不全")));
        assertThat(window.text()).doesNotContain("没有保存）");
    }

    @Test
    @DisplayName("R3.6 my order is kept, the lead signs → 改用我排的 says so, and the words stay")
    void signedMeanwhile() {
        unit = OTHER_UNIT;
        String first = givenAccepted(unit, "T01", "蚝壳再利用").id();
        String second = givenAccepted(unit, "T01", "渔船北斗").id();
        openList(window);
        window.run(
                "window.real = window.fetch; window.fetch = (to, ...all) => String(to).endsWith('/version') ? Promise.reject(new TypeError('down')) : window.real(to, ...all)");
        colleagueSaves(Map.of("place-" + first, "1"));
        press(window, "in-" + second);
        window.see("顺序：1. 渔船北斗");
        whenListed(unit, List.of(first));
        window.run("window.fetch = window.real");
        window.see("名单已不能调整");

        window.press("改用我排的");

        window.see("名单已签发或已不能调整");
        assertThat(window.text()).contains("顺序：1. 渔船北斗");
        window.press("采用最新名单");
        window.until(() -> !window.text().contains("顺序：1. 渔船北斗"));
    }

    @Test
    @DisplayName("R3.6 an answer is lost after the server saved → no conflict with oneself")
    void lostAnswer() {
        String first = projects.get(0);
        String second = projects.get(1);
        openList(window);
        stopWatching(window);
        window.run(
                "const real = window.fetch; window.fetch = async (...all) => { await real(...all); window.fetch = real; throw new TypeError('lost'); };");

        press(window, "in-" + first);
        window.see("未能连接服务器");
        press(window, "in-" + second);

        thenListIs(first, second);
        assertThat(window.text()).doesNotContain("名单刚刚已有变动");
    }

    @Test
    @DisplayName("R3.6 a number that is still typed → leaving asks only if the list would differ, and the bar agrees")
    void asksOnlyForChanges() {
        String first = projects.get(0);
        String second = projects.get(1);
        openList(window);
        press(window, "in-" + first);
        thenListIs(first);
        thenSaved();

        window.element(By.id("place-" + first)).sendKeys("2");
        thenLeavingAsks(false);
        window.element(By.id("place-" + second)).sendKeys("1");
        window.see("有改动，填完离开该格即自动保存");
        thenLeavingAsks(true);
        window.element(By.id("place-" + second)).sendKeys(Keys.TAB);
        thenSaved();
        assertThat(ranked()).containsExactly(second, first);
        thenLeavingAsks(false);
    }

    @Test
    @DisplayName(
            "R3.6 the browser's back after a colleague's change → newest list, own words kept beside it, none sent")
    void comesBack() {
        String first = projects.get(0);
        String second = projects.get(1);
        String third = projects.get(2);
        openList(window);
        press(window, "in-" + first);
        thenListIs(first);
        // Without a line, because the browser saves what it can while it leaves.
        window.lineIsDown();
        type(window, second, "1");
        window.element(By.id("reason-" + third)).sendKeys("资料不全");
        window.see("尚未保存：未能连接服务器");
        window.open("about:blank");
        window.lineTakes(0);
        colleagueSaves(Map.of("place-" + third, "1"));

        window.driver().navigate().back();
        thenKept("顺序：1. 渔港船舶互联；2. 海水养殖监测", "“水产冷链追溯”未列入的理由：资料不全");
        assertThat(window.valueOf("水产冷链追溯的推荐顺序")).isEqualTo("1");
        assertThat(window.valueOf("渔港船舶互联的推荐顺序")).isEmpty();
        window.picture("back");

        window.open("about:blank");
        window.driver().navigate().back();
        thenKept("顺序：1. 渔港船舶互联；2. 海水养殖监测", "“水产冷链追溯”未列入的理由：资料不全");
        assertThat(ranked()).as("the colleague's list").containsExactly(third);

        window.press("改用我排的");
        thenListIs(second, first);
        window.until(() -> reasons().equals(List.of("资料不全")));
        thenSaved();
        openAgain();
        assertThat(window.text()).doesNotContain("没有保存）");
    }

    @Test
    @DisplayName("R3.6 the page comes out of the browser's memory → it asks before it saves, own words are kept")
    void comesOutOfMemory() {
        String first = projects.get(0);
        String second = projects.get(1);
        openList(window);
        stopWatching(window);
        colleagueSaves(Map.of("place-" + second, "1"));

        // Chromium keeps no page in memory that was sent with no-store; other browsers do. The reason is still in its
        // pause.
        window.run("""
                window.posts = 0;
                const real = window.fetch;
                window.fetch = (to, how) => {
                  window.posts += how !== undefined && how.method === 'POST' ? 1 : 0;
                  return real(to, how);
                };
                arguments[0].value = '尚未建成';
                arguments[0].dispatchEvent(new Event('input', { bubbles: true }));
                window.typedAt = performance.now();
                window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));""", window.element(By.id("reason-" + first)));

        thenKept("没有列入项目", "“海水养殖监测”未列入的理由：尚未建成");
        assertThat(window.valueOf("渔港船舶互联的推荐顺序")).isEqualTo("1");
        window.until(() -> (boolean) window.run("return performance.now() > window.typedAt + 1000"));
        assertThat(window.run("return window.posts")).as("saves").isEqualTo(0L);
        assertThat(ranked()).as("the colleague's list").containsExactly(second);
        window.press("采用最新名单");
        openAgain();
        assertThat(window.text()).doesNotContain("没有保存）");
    }

    private void thenKept(String... lines) {
        window.see("离开本页前有内容没有保存");
        for (String line : lines) {
            window.see(line);
        }
    }

    private void openAgain() {
        window.open("/desk/recommendations/" + round + "/" + unit);
        window.see("名额线");
    }

    private void thenLeavingAsks(boolean asks) {
        assertThat(window.run("return dispatchEvent(new Event('beforeunload', { cancelable: true }))"))
                .as("leaving the page goes on")
                .isEqualTo(!asks);
    }

    private void colleagueSaves(Map<String, String> fields) {
        String path = "/desk/recommendations/" + round + "/" + unit;
        String body = fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        officer(unit)
                .withToken(path, "POST", path, body, "application/x-www-form-urlencoded")
                .ok();
    }

    private void thenSaved() {
        window.until(() -> window.element(By.cssSelector("#saving [role=status]"))
                .getText()
                .startsWith("已保存"));
    }

    @AfterEach
    void theLineIsFree() {
        window.lineTakes(0);
    }

    private void openList(Window at) {
        at.makePausesShort();
        openAsItIs(at);
    }

    /** With the pauses that every user's page makes. */
    private void openAsItIs(Window at) {
        at.signIn(unit, "demo");
        at.open("/desk/recommendations/" + round + "/" + unit);
        at.see("名额线");
    }

    /** As on a line that is down: the page is not told of a colleague's change before it saves. */
    private static void stopWatching(Window at) {
        ((JavascriptExecutor) at.driver()).executeScript("for (let i = 1; i < 1000; i++) { clearInterval(i); }");
    }

    private static void press(Window at, String id) {
        at.click(By.id(id));
    }

    private static void type(Window at, String project, String number) {
        // An answer may draw the page anew between finding the field and typing: then once more.
        at.until(() -> {
            at.element(By.id("place-" + project)).sendKeys(Keys.chord(Keys.CONTROL, "a") + number, Keys.TAB);
            return true;
        });
    }

    private static WebElement row(Window at, String project) {
        return at.element(By.cssSelector("tr[data-id='" + project + "'] th"));
    }

    /** In the database and, since each answer draws the page anew, on the page. */
    private void thenListIs(String... order) {
        window.until(() -> ranked().equals(List.of(order)));
        for (String one : order) {
            window.until(() -> window.has(By.cssSelector("tr[data-id='" + one + "'][data-listed='true']")));
        }
    }

    private List<String> ranked() {
        return jdbc.sql("select application_id from ranked_project where recommendation_id = :id order by place")
                .param("id", round + "/" + unit)
                .query(String.class)
                .list();
    }

    private List<String> reasons() {
        return jdbc.sql("select reason from left_out_reason where recommendation_id = :id")
                .param("id", round + "/" + unit)
                .query(String.class)
                .list();
    }
}
