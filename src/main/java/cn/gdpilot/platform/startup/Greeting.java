package cn.gdpilot.platform.startup;

import cn.gdpilot.platform.engine.identity.DemoPeople;
import cn.gdpilot.platform.security.PasswordHashes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever has started the application where it is and, in the demo, who may sign in; once all is ready. */
@Component
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final Optional<DemoPeople> demo;
    private final String address;

    Greeting(Optional<DemoPeople> demo, @Value("${server.address}") String address) {
        this.demo = demo;
        this.address = address;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null) {
            LOG.info("Ready: http://{}:{}/", address, web.getWebServer().getPort());
            demo.ifPresent(people -> tellSignIns());
        }
    }

    private static void tellSignIns() {
        LOG.info("Demo sign-ins (password \"{}\" for all; not in profile production):", PasswordHashes.DEMO_PASSWORD);
        LOG.info("  applicants   applicant-1 ... applicant-5");
        LOG.info("  cities       city-440100 ... city-445300, and city-440100-lead ... to sign");
        LOG.info("  province     dept-44, dept-44-lead, ca-44, ca-44-lead");
        LOG.info("  enterprises  central-sample-power, central-sample-steel, central-sample-ship, and ...-lead");
        LOG.info("  ministry     ministry, ministry-lead");
        LOG.info("  experts      expert, expert-1 ... expert-4");
        LOG.info("  system       designer, operator, security, auditor, camunda-admin");
    }
}
