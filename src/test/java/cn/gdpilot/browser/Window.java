package cn.gdpilot.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at a browser: finds fields by their labels and buttons by their words, waits until they are there. */
class Window {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOKS = Duration.ofMillis(100);

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

    /** Leaves whoever was here and signs in. */
    void signIn(String username, String password) {
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
        field.clear();
        field.sendKeys(text);
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
        until(() -> text().contains(words));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void click(By what) {
        until(() -> {
            List<WebElement> found = driver.findElements(what).stream()
                    .filter(WebElement::isDisplayed)
                    .toList();
            if (found.isEmpty()) {
                return false;
            }
            return isClicked(found.get(0));
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
        until(() -> driver.findElements(what).stream().anyMatch(WebElement::isDisplayed));
        return driver.findElements(what).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
    }

    boolean has(By what) {
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
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
        new WebDriverWait(driver, PATIENCE, LOOKS)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(WebDriverException.class)
                .until(page -> condition.holds());
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
        HasCdp browser = (HasCdp) driver;
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", millis, "downloadThroughput", -1, "uploadThroughput", -1));
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
