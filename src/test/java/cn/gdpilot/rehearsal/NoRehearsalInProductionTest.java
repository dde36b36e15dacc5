package cn.gdpilot.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.platform.clock.NoRehearsalInProduction;
import cn.gdpilot.platform.startup.ProductionMark;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** A clock that can be moved never stands in production. */
class NoRehearsalInProductionTest {

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(NoRehearsalInProduction.class);

    @ParameterizedTest(name = "production with {0}")
    @ValueSource(strings = {"rehearsal", "play"})
    @DisplayName("a start as production and rehearsal at once is refused with the reason")
    void refused(String profile) {
        start.withPropertyValues("spring.profiles.active=production," + profile)
                .run(context -> assertThat(context).hasFailed().getFailure().rootCause().hasMessageContaining("moves the clock"));
    }

    @Test
    @DisplayName("production alone starts")
    void alone() {
        start.withPropertyValues("spring.profiles.active=production").run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    @DisplayName("a database that production has used is refused to any other start, before anything is written")
    void databaseOfProduction() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        migrate(database, "test");
        migrate(database, "production");
        migrate(database, "production");

        assertThatThrownBy(() -> migrate(database, "rehearsal")).hasStackTraceContaining("belongs to production");
    }

    private static void migrate(DataSource database, String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        Flyway.configure()
                .dataSource(database)
                .outOfOrder(true)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .callbacks(new ProductionMark(environment))
                .load()
                .migrate();
    }
}
