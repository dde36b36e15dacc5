package cn.gdpilot.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Longest waits for PostgreSQL; H2 lives in this process and needs none.
 *
 * @param connect until a connection stands, whole seconds
 * @param request until an answer to a statement of a person's request
 * @param work    until an answer to a statement of anything else but migrations, whole seconds
 */
@ConfigurationProperties("pilot.database.limits")
record DatabaseLimits(Duration connect, Duration request, Duration work) {}
