package cn.gdpilot.domain.calendar;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** A node whose clock is off is out of service, so that a load balancer passes it by. */
@Component
class NodeClockHealthIndicator implements HealthIndicator {

    private final NodeClock clock;

    NodeClockHealthIndicator(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        return (clock.isOff() ? Health.outOfService() : Health.up())
                .withDetail("aheadOfDatabaseSeconds", clock.ahead().toMillis() / 1000.0)
                .build();
    }
}
