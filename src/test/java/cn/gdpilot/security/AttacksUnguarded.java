package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.running.LeavesUnattended;
import cn.gdpilot.running.OtherSetting;
import cn.gdpilot.running.OwnSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.context.TestPropertySource;

/** With guard and fence off every attack bites on the engine as it is sold: the tests of the guarded one can fail. */
@OwnSettings
@TestPropertySource(properties = {"pilot.engine.guard=false", "pilot.engine.self-test=false"})
@OtherSetting(value = "pilot.engine.fence=false", readBy = "httpFence")
@LeavesUnattended("attacks that succeed without the guard take apart what belongs together")
public abstract class AttacksUnguarded extends Attacks {

    @TestFactory
    @DisplayName("bites")
    Stream<DynamicTest> bites() {
        return Stream.of(attacks(), heldByTheFence())
                .flatMap(List::stream)
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
                    Attack.Strike strike = attack.strike().get();

                    assertThat(strike.bitten()).as(strike.toString()).isTrue();
                }));
    }
}
