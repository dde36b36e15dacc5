package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"pilot.engine.guard=false", "pilot.engine.self-test=false"})
class QueryExpressionFencedTest extends QueryExpressionAttack {

    @ParameterizedTest
    @DisplayName("the fence alone refuses expressions in queries, at any depth")
    @MethodSource("queries")
    void refused(String path, Object query) {
        assertThat(attack(path, query).status()).isEqualTo(403);
        assertThat(bitten()).isFalse();
    }
}
