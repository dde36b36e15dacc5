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
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the start, every night and when asked, and keeps what it finds; for alarms: {@code gdpilot_unattended}. */
@Component
class UnattendedWatch implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(UnattendedWatch.class);

    private final UnattendedCheck check;
    private final Matters matters;
    private final TransactionTemplate transactions;

    UnattendedWatch(UnattendedCheck check, Matters matters, TransactionTemplate transactions) {
        this.check = check;
        this.matters = matters;
        this.transactions = transactions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gdpilot.unattended", matters::count).register(registry);
    }

    /** A look that fails is told in the log, and neither stops the node nor the next look. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${pilot.unattended.nightly}", zone = "Asia/Shanghai")
    void lookByItself() {
        try {
            transactions.executeWithoutResult(status -> look());
        } catch (RuntimeException e) {
            LOG.error("The look for what nobody has failed; the page /desk/unattended repeats it", e);
        }
    }

    /** Looks, and keeps what it finds. */
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
