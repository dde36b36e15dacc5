package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"pilot.engine.guard=false", "pilot.engine.fence=false", "pilot.engine.self-test=false"})
class QueryExpressionUnguardedTest extends QueryExpressionAttack {

    @Test
    @DisplayName("with guard and fence off the hole bites: the tests beside this one can fail")
    void bites() {
        attack("/task", queries().findFirst().orElseThrow().get()[1]);

        assertThat(bitten()).isTrue();
    }
}
