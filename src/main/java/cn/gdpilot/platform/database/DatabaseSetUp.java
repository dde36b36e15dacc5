package cn.gdpilot.platform.database;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool and its limits. */
@Configuration
class DatabaseSetUp {

    /** Limits go to PostgreSQL's driver as properties of the connection; one that stands in the URL wins there. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    BoundedPool dataSource(DataSourceProperties settings, DatabaseLimits limits, DatabasePresence presence) {
        boolean bounded = isBounded(settings);
        BoundedPool pool = new BoundedPool(presence, bounded ? limits.work() : null);
        pool.setDriverClassName(settings.determineDriverClassName());
        pool.setJdbcUrl(settings.determineUrl());
        pool.setUsername(settings.determineUsername());
        pool.setPassword(settings.determinePassword());
        if (bounded) {
            pool.addDataSourceProperty("connectTimeout", seconds(limits.connect()));
            pool.addDataSourceProperty("loginTimeout", seconds(limits.connect()));
            pool.addDataSourceProperty("socketTimeout", seconds(limits.work()));
            pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return pool;
    }

    @Bean
    DatabasePresence databasePresence(DataSourceProperties settings) {
        return new DatabasePresence(isBounded(settings), System::nanoTime);
    }

    @Bean
    DatabaseWatch databaseWatch(BoundedPool pool, DatabasePresence presence, DataSourceProperties settings) {
        return new DatabaseWatch(pool, presence, isBounded(settings));
    }

    /** Migrations have no limit. An operator who gives them an address or a user of their own keeps these. */
    @Bean
    FlywayConfigurationCustomizer patientMigrations(
            BoundedPool pool, DataSourceProperties settings, FlywayProperties migrations) {
        return flyway -> {
            if (isBounded(settings)
                    && Stream.of(migrations.getUrl(), migrations.getUser(), migrations.getPassword())
                            .allMatch(Objects::isNull)) {
                flyway.dataSource(pool.patient());
            }
        };
    }

    /** Any other database than PostgreSQL is embedded. */
    private static boolean isBounded(DataSourceProperties settings) {
        return settings.determineUrl().startsWith("jdbc:postgresql:");
    }

    private static String seconds(Duration limit) {
        return String.valueOf(limit.toSeconds());
    }
}
