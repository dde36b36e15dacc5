package cn.gdpilot.browser;

import cn.gdpilot.journey.Journey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.logging.LogType;

/** Tests that use the application as its users do, in a real Chromium; skipped where there is none. */
@Tag("browser")
@ExtendWith(BrowserJourney.PictureOfFailure.class)
abstract class BrowserJourney extends Journey {

    private static final Dimension DESK = new Dimension(1400, 1000);

    private static WebDriver driver;

    Window window;

    @BeforeAll
    static void openBrowser() {
        Assumptions.assumeTrue(Chromium.found(), Chromium.HOW_TO_GET);
        driver = Chromium.ofThisJvm();
    }

    @BeforeEach
    void openWindow(TestInfo test) {
        driver.manage().window().setSize(DESK);
        Path pictures = Path.of(
                "target",
                "screenshots",
                getClass().getSimpleName(),
                test.getTestMethod().orElseThrow().getName());
        window = new Window(driver, base(), pictures);
    }

    /** A test leaves the next one no page that still asks, no sign-in, nothing stored, no complaint in the console. */
    @AfterEach
    void leave() {
        driver.manage().deleteAllCookies();
        ((HasCdp) driver)
                .executeCdpCommand(
                        "Storage.clearDataForOrigin", Map.of("origin", base().toString(), "storageTypes", "all"));
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
        inFreshTab();
    }

    /** A narrow screen, a script for each page or a slow line belong to the tab, and end with it. */
    private static void inFreshTab() {
        Set<String> old = driver.getWindowHandles();
        String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        old.forEach(one -> driver.switchTo().window(one).close());
        driver.switchTo().window(fresh);
    }

    /** What the window showed when a test failed. */
    static final class PictureOfFailure implements TestExecutionExceptionHandler {

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            Window window = ((BrowserJourney) context.getRequiredTestInstance()).window;
            if (window != null) {
                window.pictureAnyway("failure");
                failure.addSuppressed(
                        new AssertionError("The page at " + window.address() + " said:\n" + window.text()));
            }
            throw failure;
        }
    }
}
