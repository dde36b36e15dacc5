package cn.gdpilot.browser;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of this machine, never one that is downloaded. */
final class Chromium {

    static final String HOW_TO_GET =
            "没有找到 Chromium 和 chromedriver，浏览器测试跳过。Skipped: no Chromium with its chromedriver on the PATH. "
                    + "Debian: apt-get install chromium-headless-shell chromium-driver fonts-noto-cjk";

    private static WebDriver shared;

    private Chromium() {}

    static boolean found() {
        return browser().isPresent() && driver().isPresent();
    }

    /** One browser for all tests of this JVM, because it takes longer to start than most of them last; it ends with the JVM. */
    static synchronized WebDriver ofThisJvm() {
        if (shared == null) {
            shared = open();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::quit));
        }
        return shared;
    }

    /** A window without a screen; its driver makes it a profile of its own, which ends with it. */
    static WebDriver open() {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().orElseThrow())
                .usingAnyFreePort()
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // One site only: its pages share a process, and none is kept ready for another site.
                "--disable-site-isolation-trials",
                "--disable-features=SpareRendererForSitePerProcess,IsolateOrigins,site-per-process",
                "--renderer-process-limit=1",
                "--lang=zh-CN",
                "--window-size=1400,1000");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN"));
        return new ChromeDriver(service, options);
    }

    /**
     * The shell is the same browser without what only a screen needs, and starts in a third of a second. Debian's script for
     * it ends without it, so the program itself is asked for.
     */
    private static Optional<File> browser() {
        return Optional.of(new File("/usr/lib/chromium/chromium-headless-shell"))
                .filter(File::canExecute)
                .or(() -> onPath("chrome-headless-shell", "chromium", "chromium-browser", "google-chrome"));
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
