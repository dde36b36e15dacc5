package cn.gdpilot.platform.database;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down within two seconds when the database does not answer, however many wait for the pool. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealthIndicator(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.answers() ? Health.up().build() : Health.down().build();
    }
}
