package cn.gdpilot.engine;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What must be there before anybody works: models, groups, grants, filters, in the demo also people. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    private final EngineClock clock;
    private final ModelDeployment models;
    private final Groups groups;
    private final Grants grants;
    private final Optional<DemoPeople> demo;
    private final ApplicationContext context;
    private final String address;

    StartUp(
            EngineClock clock,
            ModelDeployment models,
            Groups groups,
            Grants grants,
            Optional<DemoPeople> demo,
            ApplicationContext context,
            @Value("${server.address}") String address) {
        this.clock = clock;
        this.models = models;
        this.groups = groups;
        this.grants = grants;
        this.demo = demo;
        this.context = context;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        clock.align();
        models.deploy();
        groups.make();
        grants.make();
        demo.ifPresent(DemoPeople::make);
        if (context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
            greet("http://" + address + ":" + web.getWebServer().getPort() + "/");
        }
    }

    private void greet(String where) {
        LOG.info("Ready: {}", where);
        if (demo.isPresent()) {
            LOG.info("Demo sign-ins (password \"{}\" for all; not in profile production):", DemoPeople.PASSWORD);
            LOG.info("  applicants   applicant-1 ... applicant-5");
            LOG.info("  cities       city-440100 ... city-445300, and city-440100-lead ... to sign");
            LOG.info("  province     dept-44, dept-44-lead, ca-44, ca-44-lead");
            LOG.info("  enterprises  central-sample-power, central-sample-steel, central-sample-ship, and ...-lead");
            LOG.info("  ministry     ministry, ministry-lead");
            LOG.info("  system       designer, operator, camunda-admin");
        }
    }
}
