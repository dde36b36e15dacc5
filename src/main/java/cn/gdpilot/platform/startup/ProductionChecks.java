package cn.gdpilot.platform.startup;

import cn.gdpilot.domain.scoring.DemoExperts;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.identity.DemoPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Refuses a start as production with a database of the demo, demo passwords, sample lists, default secrets, weak settings, or nobody who
 * administers. Asks the database as it is found, before anything is written to it.
 */
@Component
@Profile("production")
class ProductionChecks {

    private static final int MOST_ACCOUNTS_TOLD = 10;

    /** Lists whose shipped rows are samples, until the notice's annexes are imported. */
    private static final Map<String, String> SAMPLES =
            new TreeMap<>(Map.of("directions.csv", "start.sample-directions", "criteria.csv", "start.sample-criteria"));

    private final ProductionSettings settings;
    private final DemoPasswords passwords;
    private final ReferenceFiles files;
    private final String firstAdministrator;

    ProductionChecks(
            ProductionSettings settings,
            DemoPasswords passwords,
            ReferenceFiles files,
            @Value("${pilot.first-administrator.name}") String firstAdministrator) {
        this.settings = settings;
        this.passwords = passwords;
        this.files = files;
        this.firstAdministrator = firstAdministrator;
    }

    /** @throws UnsafeStart with a line for each thing that is wrong; the accounts come last, so that no list hides the rest */
    void run(FoundDatabase database) {
        List<String> problems = new ArrayList<>();
        if (isOfDemo(database)) {
            problems.add(Texts.of("start.demo-database"));
        }
        problems.addAll(settings.problems());
        SAMPLES.forEach((list, problem) -> {
            if (files.rows(list).stream().anyMatch(row -> "sample".equals(row.get("source")))) {
                problems.add(Texts.of(problem));
            }
        });
        if (firstAdministrator.isBlank() && !database.hasRows("act_id_membership where group_id_ = 'camunda-admin'")) {
            problems.add(
                    "Nobody is in camunda-admin: set pilot.first-administrator.name and pilot.first-administrator.password for the first start.");
        }
        Set<String> open = passwords.accounts(database);
        open.stream().limit(MOST_ACCOUNTS_TOLD).forEach(name -> problems.add(Texts.of("start.demo-password", name)));
        if (open.size() > MOST_ACCOUNTS_TOLD) {
            problems.add(Texts.of("start.demo-passwords-more", open.size() - MOST_ACCOUNTS_TOLD));
        }
        if (!problems.isEmpty()) {
            throw new UnsafeStart(problems);
        }
    }

    /** By its mark, or by the demo's people: databases of earlier releases have no mark. */
    private boolean isOfDemo(FoundDatabase database) {
        return database.hasRows(DatabaseUse.DEMO)
                || database.hasRows("applicant where credit_code like '" + DemoPeople.CREDIT_CODES + "%'")
                || database.rows("email", "expert", String.class).stream().anyMatch(demoExperts()::contains);
    }

    private Set<String> demoExperts() {
        return files.rows(DemoExperts.LIST).stream()
                .map(row -> row.get("email"))
                .collect(Collectors.toSet());
    }
}
