package cn.gdpilot.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.util.FileSystemUtils;

/** The Chromium of this machine, never one that is downloaded. */
final class Chromium {

    static final String HOW_TO_GET =
            "没有找到 Chromium 和 chromedriver，浏览器测试跳过。Skipped: no Chromium with its chromedriver on the PATH. "
                    + "Debian/Ubuntu: apt-get install chromium chromium-driver fonts-noto-cjk";

    private static WebDriver shared;

    private Chromium() {}

    static boolean found() {
        return browser().isPresent() && driver().isPresent();
    }

    /** One browser for all tests of this JVM, because it takes longer to start than most of them last; it ends with the JVM. */
    static synchronized WebDriver ofThisJvm() {
        if (shared == null) {
            Path profile = newProfile();
            shared = open(profile);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.quit();
                FileSystemUtils.deleteRecursively(profile.toFile());
            }));
        }
        return shared;
    }

    private static Path newProfile() {
        try {
            return Files.createTempDirectory("chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window without a screen, with an own profile in that folder. */
    static WebDriver open(Path profile) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().orElseThrow())
                .usingAnyFreePort()
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--window-size=1400,1000",
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN"));
        return new ChromeDriver(service, options);
    }

    private static Optional<File> browser() {
        return onPath("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<File> driver() {
        return onPath("chromedriver");
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}
