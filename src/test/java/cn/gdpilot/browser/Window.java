package cn.gdpilot.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at a browser: finds fields by their labels and buttons by their words, waits until they are there. */
class Window {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOKS = Duration.ofMillis(100);

    /** The first element found by XPath or selector that takes up room and is not hidden. */
    private static final String SHOWN = """
            const [isPath, how] = arguments;
            const shown = one => one.checkVisibility({opacityProperty: true, visibilityProperty: true})
              && Array.from(one.getClientRects()).some(part => part.width > 0 && part.height > 0);
            if (!isPath) {
              return Array.from(document.querySelectorAll(how)).find(shown) || null;
            }
            const found = document.evaluate(how, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
            for (let n = 0; n < found.snapshotLength; n += 1) {
              if (shown(found.snapshotItem(n))) {
                return found.snapshotItem(n);
              }
            }
            return null;""";

    /** Pauses of one or two seconds, and a look every few seconds, take a third of their time. */
    private static final String SHORT_PAUSES = """
            const later = window.setTimeout;
            window.setTimeout = (what, millis, ...more) =>
              later(what, millis >= 1000 && millis <= 2000 ? millis / 3 : millis, ...more);
            const often = window.setInterval;
            window.setInterval = (what, millis, ...more) =>
              often(what, millis >= 1000 && millis <= 5000 ? millis / 3 : millis, ...more);""";

    private final WebDriver driver;
    private final URI base;
    private final Path pictures;
    private int taken;

    /** Screenshots go to that folder, numbered. */
    Window(WebDriver driver, URI base, Path pictures) {
        this.driver = driver;
        this.base = base;
        this.pictures = pictures;
    }

    void open(String path) {
        driver.get(base.resolve(path).toString());
    }

    /** Leaves whoever was here; the next page that is opened is that person's, as after the form. */
    void signIn(String username, String password) {
        driver.manage().deleteAllCookies();
        for (HttpCookie cookie : SignedInCookies.of(base, username, password)) {
            cdp("Network.setCookie", wanted(cookie));
        }
    }

    private Map<String, Object> wanted(HttpCookie cookie) {
        return Map.of(
                "url", base.resolve(cookie.getPath()).toString(),
                "name", cookie.getName(),
                "value", cookie.getValue(),
                "path", cookie.getPath(),
                "httpOnly", cookie.isHttpOnly(),
                "sameSite", "Lax");
    }

    /** Leaves whoever was here and signs in by the form. */
    void signInByHand(String username, String password) {
        driver.manage().deleteAllCookies();
        open("/login");
        fill("用户名", username);
        fill("密码", password);
        press("登录");
        until(() -> !driver.getCurrentUrl().contains("/login"));
    }

    /** Types into the field with that label, in place of what was there. */
    void fill(String label, String text) {
        WebElement field = field(label);
        if (text.isEmpty()) {
            field.clear();
        } else {
            // In one step: a page that saves by itself never sees the field empty in between.
            field.sendKeys(Keys.chord(Keys.CONTROL, "a") + text);
        }
    }

    String valueOf(String label) {
        return field(label).getDomProperty("value");
    }

    /** Chooses an option of a select by its visible words. */
    void select(String label, String option) {
        new Select(field(label)).selectByVisibleText(option);
    }

    /** Ticks the radio button or box with these words; several groups may have the same words. */
    void choose(String group, String words) {
        click(By.xpath("//fieldset[legend[contains(normalize-space(), '" + group + "')]]//label[normalize-space()='"
                + words + "']"));
    }

    void press(String words) {
        click(By.xpath("//button[normalize-space()='" + words + "']"));
    }

    void follow(String words) {
        click(By.xpath("//a[contains(normalize-space(), '" + words + "')]"));
    }

    /** Waits until the page says that. */
    void see(String words) {
        until(() -> (boolean) run("return document.body.innerText.includes(arguments[0])", words));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void click(By what) {
        until(() -> {
            WebElement found = shown(what);
            return found != null && isClicked(found);
        });
    }

    /** The bar at the lower edge may cover what is to be clicked; a person scrolls then. */
    private boolean isClicked(WebElement one) {
        try {
            one.click();
            return true;
        } catch (ElementClickInterceptedException covered) {
            run("arguments[0].scrollIntoView({block: 'center'})", one);
            return false;
        }
    }

    WebElement element(By what) {
        return waiting().until(page -> shown(what));
    }

    boolean has(By what) {
        return shown(what) != null;
    }

    /** The first of these that a person sees; null if there is none. One question to the browser instead of one for each element. */
    private WebElement shown(By what) {
        By.Remotable.Parameters how = ((By.Remotable) what).getRemoteParameters();
        String value = String.valueOf(how.value());
        return switch (how.using()) {
            case "xpath" -> (WebElement) run(SHOWN, true, value);
            case "link text" -> (WebElement) run(SHOWN, true, "//a[normalize-space()='" + value + "']");
            case "name" -> (WebElement) run(SHOWN, false, "[name='" + value + "']");
            case "id" -> (WebElement) run(SHOWN, false, "[id='" + value + "']");
            case "css selector" -> (WebElement) run(SHOWN, false, value);
            default -> throw new IllegalArgumentException(what.toString());
        };
    }

    /** The field that this label is for, by id or, in forms that the engine makes, by name. */
    WebElement field(String label) {
        WebElement found = element(By.xpath("//label[starts-with(normalize-space(), '" + label + "')]"));
        String id = found.getDomAttribute("for");
        return id == null
                ? found.findElement(By.tagName("input"))
                : element(By.xpath("//*[@id='%1$s' or @name='%1$s']".formatted(id)));
    }

    void until(Condition condition) {
        waiting().until(page -> condition.holds());
    }

    private FluentWait<WebDriver> waiting() {
        return new WebDriverWait(driver, PATIENCE, LOOKS)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(WebDriverException.class);
    }

    /** From now on the pages of this tab make their pauses shorter. Nothing else of them changes. */
    void makePausesShort() {
        cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SHORT_PAUSES));
    }

    /** A picture of what is seen now, for people who want to look: they ask for it by -Dpictures=true. */
    void picture(String name) {
        if (Boolean.getBoolean("pictures")) {
            pictureAnyway(name);
        }
    }

    void pictureAnyway(String name) {
        try {
            Files.createDirectories(pictures);
            Files.write(
                    pictures.resolve("%02d-%s.png".formatted(++taken, name)),
                    ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the browser's line takes that long for each answer; 0 = as fast as it is. */
    void lineTakes(int millis) {
        line(false, millis);
    }

    /** From now on the browser reaches no server, until the line is set again. */
    void lineIsDown() {
        line(true, 0);
    }

    private void line(boolean offline, int millis) {
        cdp("Network.enable", Map.of());
        cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", millis, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private void cdp(String command, Map<String, Object> parameters) {
        ((HasCdp) driver).executeCdpCommand(command, parameters);
    }

    Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Ends the session as its time limit does; the page stays. */
    void loseSession() {
        driver.manage().deleteAllCookies();
    }

    /** Follows the link to the sign-in in another window, signs in there, and comes back to this one. */
    void signInBeside(String username, String password) {
        String here = driver.getWindowHandle();
        follow("在新窗口登录");
        until(() -> driver.getWindowHandles().size() > 1);
        driver.switchTo()
                .window(driver.getWindowHandles().stream()
                        .filter(one -> !one.equals(here))
                        .findFirst()
                        .orElseThrow());
        fill("用户名", username);
        fill("密码", password);
        press("登录");
        until(() -> !driver.getCurrentUrl().contains("/login"));
        driver.close();
        driver.switchTo().window(here);
    }

    WebDriver driver() {
        return driver;
    }

    interface Condition {

        boolean holds();
    }
}
