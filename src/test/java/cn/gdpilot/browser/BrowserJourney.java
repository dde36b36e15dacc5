package cn.gdpilot.browser;

import cn.gdpilot.journey.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.openqa.selenium.WebDriver;
import org.springframework.util.FileSystemUtils;

/** Tests that use the application as its users do, in a real Chromium; skipped where there is none. */
@ExtendWith(BrowserJourney.PictureOfFailure.class)
abstract class BrowserJourney extends Journey {

    private WebDriver driver;
    private Path profile;
    Window window;

    @BeforeAll
    static void needsChromium() {
        Assumptions.assumeTrue(Chromium.found(), Chromium.HOW_TO_GET);
    }

    @BeforeEach
    void openWindow(TestInfo test) throws IOException {
        profile = Files.createTempDirectory("chromium");
        driver = Chromium.open(profile);
        Path pictures = Path.of("target", "screenshots", getClass().getSimpleName(), test.getTestMethod().orElseThrow().getName());
        window = new Window(driver, base(), pictures);
    }

    @AfterEach
    void closeWindow() throws IOException {
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
                failure.addSuppressed(new AssertionError("The page at " + window.address() + " said:\n" + window.text()));
            }
            throw failure;
        }
    }
}
