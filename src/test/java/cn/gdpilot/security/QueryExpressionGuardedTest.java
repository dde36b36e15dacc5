package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"pilot.engine.fence=false", "pilot.engine.self-test=false"})
class QueryExpressionGuardedTest extends QueryExpressionAttack {

    @ParameterizedTest
    @DisplayName("the guard alone refuses expressions in queries, at any depth")
    @MethodSource("queries")
    void refused(String path, Object query) {
        Answer answer = attack(path, query);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("表达式");
        assertThat(bitten()).isFalse();
    }
}
