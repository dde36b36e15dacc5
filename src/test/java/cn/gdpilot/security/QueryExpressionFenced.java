package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.running.OwnSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.context.TestPropertySource;

/** The fence alone holds against CVE-2026-109432 as well. */
@OwnSettings
@TestPropertySource(properties = {"pilot.engine.guard=false", "pilot.engine.self-test=false"})
public abstract class QueryExpressionFenced extends Attacks {

    @TestFactory
    @DisplayName("expressions in queries, at any depth, with the guard off → the fence refuses them")
    Stream<DynamicTest> refused() {
        return Stream.of(expressions(), List.of(expressionAtTheTop()))
                .flatMap(List::stream)
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
                    Attack.Strike strike = attack.strike().get();

                    assertThat(strike.bitten()).as(strike.toString()).isFalse();
                    assertThat(strike.status()).isEqualTo(403);
                }));
    }
}
