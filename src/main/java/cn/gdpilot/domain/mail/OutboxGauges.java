package cn.gdpilot.domain.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many letters are in each state, for the operator's alarms: {@code gdpilot_outbox_letters{state="FAILED"}}. */
@Component
class OutboxGauges implements MeterBinder {

    private final OutboxEntries entries;

    OutboxGauges(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Outbox.State state : Outbox.State.values()) {
            Gauge.builder("gdpilot.outbox.letters", () -> entries.counts().get(state))
                    .tag("state", state.name())
                    .register(registry);
        }
    }
}
