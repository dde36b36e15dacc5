package cn.gdpilot.platform.database;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Longest waits for PostgreSQL; H2 lives in this process and needs none.
 *
 * @param connect   until a connection stands, whole seconds
 * @param request   for all waits of a person's request together, for connections and for answers to statements
 * @param work      until an answer to a statement of anything else but migrations, whole seconds
 * @param longReads pages that read for long by nature, by their patterns: they have the limit of work
 */
@ConfigurationProperties("pilot.database.limits")
record DatabaseLimits(Duration connect, Duration request, Duration work, List<String> longReads) {}
