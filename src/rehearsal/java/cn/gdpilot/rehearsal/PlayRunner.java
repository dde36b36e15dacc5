package cn.gdpilot.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Plays the sample round as soon as the application is up, prints what came out, and ends the application. */
@Component
@Profile("play")
class PlayRunner implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PlayRunner.class);

    private final ServletWebServerApplicationContext context;
    private final RoundFigures figures;
    private final Path samples;
    private final Path store;

    PlayRunner(
            ServletWebServerApplicationContext context,
            RoundFigures figures,
            @Value("${pilot.samples-folder}") Path samples,
            @Value("${pilot.store-folder}") Path store) {
        this.context = context;
        this.figures = figures;
        this.samples = samples;
        this.store = store;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        System.exit(SpringApplication.exit(context, this::played));
    }

    /** 0 if all went as the sample table says, else 1. */
    private int played() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!Files.isDirectory(samples)) {
            LOG.error(
                    "No folder {} with the sample round; start from the project's folder or set pilot.samples-folder",
                    samples);
            return 1;
        }
        try {
            out.println("演练开始：按 " + samples + " 中的示例走完一个批次，约需一两分钟。");
            URI base = URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
            int year = new RoundPlayer(base, samples).play();
            out.println(FigureTable.of(figures.of("" + year)));
            return 0;
        } catch (RuntimeException failure) {
            LOG.error("The rehearsal stopped: {}", failure.getMessage(), failure);
            return 1;
        } finally {
            removeStore();
        }
    }

    /** Only a folder among the machine's temporary ones: a store that somebody has set stays. */
    private void removeStore() {
        if (!store.toAbsolutePath()
                .startsWith(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath())) {
            return;
        }
        try {
            FileSystemUtils.deleteRecursively(store);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", store, e.toString());
        }
    }
}
