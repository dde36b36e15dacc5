package cn.gdpilot.platform.startup;

import cn.gdpilot.platform.engine.deployment.ModelDeployment;
import cn.gdpilot.platform.engine.guard.HoleProbe;
import cn.gdpilot.platform.engine.identity.DemoPeople;
import cn.gdpilot.platform.engine.identity.FirstAdministrator;
import cn.gdpilot.platform.engine.identity.Grants;
import cn.gdpilot.platform.engine.identity.Groups;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What must be there before anybody works: models, groups, grants, filters, in the demo also people. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartUp implements ApplicationRunner {

    private final HoleProbe probe;
    private final EngineClock clock;
    private final ModelDeployment models;
    private final Groups groups;
    private final Grants grants;
    private final Optional<DemoPeople> demo;
    private final FirstAdministrator administrator;
    private final Optional<ProductionChecks> production;

    StartUp(
            HoleProbe probe,
            EngineClock clock,
            ModelDeployment models,
            Groups groups,
            Grants grants,
            Optional<DemoPeople> demo,
            FirstAdministrator administrator,
            Optional<ProductionChecks> production) {
        this.probe = probe;
        this.clock = clock;
        this.models = models;
        this.groups = groups;
        this.grants = grants;
        this.demo = demo;
        this.administrator = administrator;
        this.production = production;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        probe.run();
        clock.align();
        models.deploy();
        groups.make();
        grants.make();
        demo.ifPresent(DemoPeople::make);
        administrator.make();
        production.ifPresent(ProductionChecks::run);
    }
}
