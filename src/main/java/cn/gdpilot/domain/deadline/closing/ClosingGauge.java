package cn.gdpilot.domain.deadline.closing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many closed applications the engine has still to follow, for the operator's alarms: {@code gdpilot_closing_waiting}. */
@Component
class ClosingGauge implements MeterBinder {

    private final Closings closings;

    ClosingGauge(Closings closings) {
        this.closings = closings;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gdpilot.closing.waiting", closings::waiting).register(registry);
    }
}
