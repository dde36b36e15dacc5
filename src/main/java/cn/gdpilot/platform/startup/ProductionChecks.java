package cn.gdpilot.platform.startup;

import cn.gdpilot.platform.engine.identity.DemoPeople;
import cn.gdpilot.platform.engine.identity.EngineOfficers;
import cn.gdpilot.platform.engine.identity.Groups;
import cn.gdpilot.platform.security.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Refuses a start as production with demo people, default secrets, weak settings, or nobody who administers. */
@Component
@Profile("production")
class ProductionChecks {

    private static final int DEMO_APPLICANTS = 5;

    private final ProductionSettings settings;
    private final Groups groups;
    private final Accounts accounts;
    private final EngineOfficers officers;
    private final PasswordEncoder encoder;

    ProductionChecks(
            ProductionSettings settings, Groups groups, Accounts accounts, EngineOfficers officers, PasswordEncoder encoder) {
        this.settings = settings;
        this.groups = groups;
        this.accounts = accounts;
        this.officers = officers;
        this.encoder = encoder;
    }

    /** @throws UnsafeStart with a line for each thing that is wrong */
    void run() {
        List<String> problems = new ArrayList<>(settings.problems());
        Stream.concat(groups.all().keySet().stream(), IntStream.rangeClosed(1, DEMO_APPLICANTS).mapToObj(i -> "applicant-" + i))
                .filter(this::hasDemoPassword)
                .forEach(name -> problems.add("Account " + name + " has the demo's password: delete it or change it."));
        if (officers.members("camunda-admin") == 0) {
            problems.add("Nobody is in camunda-admin: set pilot.first-administrator.name and pilot.first-administrator.password for the first start.");
        }
        if (!problems.isEmpty()) {
            throw new UnsafeStart(problems);
        }
    }

    private boolean hasDemoPassword(String name) {
        return accounts.find(name).filter(account -> encoder.matches(DemoPeople.PASSWORD, account.hash())).isPresent();
    }
}
