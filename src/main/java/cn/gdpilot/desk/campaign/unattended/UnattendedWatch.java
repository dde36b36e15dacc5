package cn.gdpilot.desk.campaign.unattended;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the start, every night and when asked, and keeps what it finds; for alarms: {@code gdpilot_unattended}. */
@Component
class UnattendedWatch implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(UnattendedWatch.class);

    private final UnattendedCheck check;
    private final Matters matters;

    UnattendedWatch(UnattendedCheck check, Matters matters) {
        this.check = check;
        this.matters = matters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gdpilot.unattended", matters::count).register(registry);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${pilot.unattended.nightly}", zone = "Asia/Shanghai")
    @Transactional
    public void look() {
        List<Unattended> found = check.look();
        matters.keep(found);
        found.forEach(one -> LOG.warn(
                "Nobody has {} ({}): expected {}, found {}. See page /desk/unattended.",
                one.subject(),
                one.fault(),
                one.expected(),
                one.found().isEmpty() ? "nothing" : one.found()));
    }
}
