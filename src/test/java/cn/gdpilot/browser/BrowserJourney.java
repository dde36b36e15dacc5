package cn.gdpilot.browser;

import cn.gdpilot.journey.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogType;
import org.springframework.util.FileSystemUtils;

/** Tests that use the application as its users do, in a real Chromium; skipped where there is none. */
@ExtendWith(BrowserJourney.PictureOfFailure.class)
abstract class BrowserJourney extends Journey {

    private static final Dimension DESK = new Dimension(1400, 1000);

    /** One browser for the tests of a class, because it takes longer to start than most of them last. */
    private static WebDriver driver;

    private static Path profile;
    Window window;

    @BeforeAll
    static void openBrowser() throws IOException {
        Assumptions.assumeTrue(Chromium.found(), Chromium.HOW_TO_GET);
        profile = Files.createTempDirectory("chromium");
        driver = Chromium.open(profile);
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

    /** Nothing of one test is left for the next: no page that still asks, no sign-in, no complaint in the console. */
    @AfterEach
    void leave() {
        driver.manage().deleteAllCookies();
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (driver != null) {
            driver.quit();
            FileSystemUtils.deleteRecursively(profile);
        }
    }

    /** What the window showed when a test failed. */
    static final class PictureOfFailure implements TestExecutionExceptionHandler {

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            Window window = ((BrowserJourney) context.getRequiredTestInstance()).window;
            if (window != null) {
                window.picture("failure");
                failure.addSuppressed(
                        new AssertionError("The page at " + window.address() + " said:\n" + window.text()));
            }
            throw failure;
        }
    }
}
