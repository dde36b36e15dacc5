package cn.gdpilot.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.clock.NoRehearsalInProduction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A clock that can be moved never stands in production. */
class NoRehearsalInProductionTest {

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(NoRehearsalInProduction.class);

    @ParameterizedTest(name = "production with {0}")
    @ValueSource(strings = {"rehearsal", "play"})
    @DisplayName("a start as production and rehearsal at once is refused with the reason")
    void refused(String profile) {
        start.withPropertyValues("spring.profiles.active=production," + profile)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("moves the clock"));
    }

    @Test
    @DisplayName("production alone starts")
    void alone() {
        start.withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
