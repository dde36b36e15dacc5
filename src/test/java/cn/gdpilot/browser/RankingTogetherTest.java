package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.util.FileSystemUtils;

/** The ranking page: by number, button, key and drag, and two handlers at once. */
class RankingTogetherTest extends BrowserJourney {

    private static final String UNIT = "city-441500";

    @Test
    @DisplayName("R3.6 a list is made by button, number, key and drag, each saved at once; the page fits 360 px")
    void everyWayToMove() {
        givenRound();
        String first = givenAccepted(UNIT, "T01", "海水养殖监测").id();
        String second = givenAccepted(UNIT, "T01", "渔港船舶互联").id();
        String third = givenAccepted(UNIT, "T01", "水产冷链追溯").id();
        openList(window);

        press(window, "in-" + first);
        thenListIs(first);
        press(window, "in-" + second);
        thenListIs(first, second);
        type(window, third, "1");
        thenListIs(third, first, second);
        window.element(By.id("place-" + third)).sendKeys(Keys.ARROW_DOWN);
        thenListIs(first, third, second);
        new Actions(window.driver())
                .dragAndDrop(row(window, second), row(window, first))
                .perform();
        thenListIs(second, first, third);
        press(window, "out-" + third);
        thenListIs(second, first);
        window.element(By.id("reason-" + third)).sendKeys("尚未验收", Keys.TAB);
        window.until(() -> reasons().equals(List.of("尚未验收")));
        window.see("名额 5 个，已列入 2 个");

        window.driver().manage().window().setSize(new Dimension(500, 800));
        window.picture("narrow");
        assertThat(((JavascriptExecutor) window.driver())
                        .executeScript("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("R3.6 of two handlers at once the second sees the first one's change instead of overwriting it")
    void twoHandlers() throws IOException {
        givenRound();
        String first = givenAccepted(UNIT, "T01", "甲壳类加工").id();
        String second = givenAccepted(UNIT, "T01", "珍珠养殖").id();
        Path profile = Files.createTempDirectory("chromium");
        WebDriver other = Chromium.open(profile);
        try {
            Window colleague = new Window(other, base(), Path.of("target", "screenshots", "RankingTogetherTest", "colleague"));
            openList(window);
            openList(colleague);
            stopWatching(colleague);

            press(window, "in-" + first);
            thenListIs(first);
            press(colleague, "in-" + second);
            colleague.see("名单刚刚已有变动");
            colleague.picture("told");
            thenListIs(first);
            assertThat(colleague.valueOf("甲壳类加工的推荐顺序")).isEqualTo("1");

            press(colleague, "in-" + second);
            thenListIs(first, second);
            window.until(() -> window.valueOf("珍珠养殖的推荐顺序").equals("2"));
            window.picture("follows");
        } finally {
            other.quit();
            FileSystemUtils.deleteRecursively(profile);
        }
    }

    private void openList(Window at) {
        at.signIn(UNIT, "demo");
        at.open("/desk/recommendations/" + round + "/" + UNIT);
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
        WebElement place = at.element(By.id("place-" + project));
        place.clear();
        at.element(By.id("place-" + project)).sendKeys(number, Keys.TAB);
    }

    private static WebElement row(Window at, String project) {
        return at.element(By.cssSelector("tr[data-id='" + project + "'] th"));
    }

    /** In the database and, since each answer draws the page anew, on the page. */
    private void thenListIs(String... order) {
        window.until(() -> ranked().equals(List.of(order)));
        window.until(() -> window.has(By.cssSelector("tr[data-id='" + order[0] + "'][data-listed='true']")));
    }

    private List<String> ranked() {
        return jdbc.sql("select application_id from ranked_project where recommendation_id = :id order by place")
                .param("id", round + "/" + UNIT)
                .query(String.class)
                .list();
    }

    private List<String> reasons() {
        return jdbc.sql("select reason from left_out_reason where recommendation_id = :id")
                .param("id", round + "/" + UNIT)
                .query(String.class)
                .list();
    }
}
