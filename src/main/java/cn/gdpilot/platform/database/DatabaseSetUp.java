package cn.gdpilot.platform.database;

import java.time.Duration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
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
    BoundedPool dataSource(DataSourceProperties settings, DatabaseLimits limits, DatabaseWatch watch) {
        boolean bounded = isBounded(settings);
        BoundedPool pool = new BoundedPool(watch, bounded ? limits.request() : null);
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
    DatabaseWatch databaseWatch(DataSourceProperties settings) {
        return new DatabaseWatch(
                settings.determineUrl(), settings.determineUsername(), settings.determinePassword(), isBounded(settings));
    }

    @Bean
    FlywayConfigurationCustomizer patientMigrations(BoundedPool pool, DataSourceProperties settings) {
        return flyway -> {
            if (isBounded(settings)) {
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
