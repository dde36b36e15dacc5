package cn.gdpilot.platform.startup;

import cn.gdpilot.platform.engine.deployment.ModelDeployment;
import cn.gdpilot.platform.engine.guard.HoleProbe;
import cn.gdpilot.platform.engine.identity.DemoPeople;
import cn.gdpilot.platform.engine.identity.FirstAdministrator;
import cn.gdpilot.platform.engine.identity.Grants;
import cn.gdpilot.platform.engine.identity.Groups;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What must be there before anybody works: models, groups, grants, filters, in the demo also people. Done before the web
 * server opens its port and before any scheduled work: what refuses a start has never answered anybody.
 */
@Component
class StartUp implements SmartLifecycle {

    /** Any phase below the web server's, which is near the highest. */
    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final HoleProbe probe;
    private final EngineClock clock;
    private final ModelDeployment models;
    private final DirectionsAddUp directions;
    private final Groups groups;
    private final Grants grants;
    private final Optional<DemoPeople> demo;
    private final FirstAdministrator administrator;
    private volatile boolean running;

    StartUp(
            HoleProbe probe,
            EngineClock clock,
            ModelDeployment models,
            DirectionsAddUp directions,
            Groups groups,
            Grants grants,
            Optional<DemoPeople> demo,
            FirstAdministrator administrator) {
        this.probe = probe;
        this.clock = clock;
        this.models = models;
        this.directions = directions;
        this.groups = groups;
        this.grants = grants;
        this.demo = demo;
        this.administrator = administrator;
    }

    @Override
    public void start() {
        probe.run();
        clock.align();
        models.deploy();
        directions.check();
        groups.make();
        grants.make();
        demo.ifPresent(DemoPeople::make);
        administrator.make();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
