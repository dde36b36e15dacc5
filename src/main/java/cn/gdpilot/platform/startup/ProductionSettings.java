package cn.gdpilot.platform.startup;

import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a start as production asks of the settings. */
@Component
@Profile("production")
class ProductionSettings {

    private static final int FEWEST_ITERATIONS = 600_000;
    private static final int SHORTEST_KEY = 32;

    private final Environment settings;

    ProductionSettings(Environment settings) {
        this.settings = settings;
    }

    /** What is wrong, a line each; empty if nothing is. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        String database = text("spring.datasource.url");
        if (database.startsWith("jdbc:h2") && !database.toUpperCase().contains("WRITE_DELAY=0")) {
            problems.add("spring.datasource.url: H2 without WRITE_DELAY=0 loses acknowledged commits at a crash.");
        }
        if (text("spring.datasource.password").isEmpty()) {
            problems.add("spring.datasource.password: the database has no password.");
        }
        if (text("pilot.audit.key").length() < SHORTEST_KEY) {
            problems.add("pilot.audit.key: the record needs a key of its own, at least 32 characters.");
        }
        if (!text("pilot.public-address").startsWith("https://")) {
            problems.add("pilot.public-address: people must reach the application by https.");
        }
        if (text("pilot.mail.host").isEmpty()) {
            problems.add(Texts.of("mail.no-host"));
        }
        if (settings.getProperty("pilot.security.password-iterations", Integer.class, 0) < FEWEST_ITERATIONS) {
            problems.add("pilot.security.password-iterations: at least 600000.");
        }
        for (String wall : List.of("pilot.engine.guard", "pilot.engine.fence", "pilot.engine.self-test")) {
            if (!settings.getProperty(wall, Boolean.class, false)) {
                problems.add(wall + ": must be on.");
            }
        }
        return problems;
    }

    private String text(String name) {
        return settings.getProperty(name, "").strip();
    }
}
