package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.running.OtherSetting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The guard alone holds as well, should a way around the fence be found. */
@OtherSetting(value = "pilot.engine.fence=false", readBy = "httpFence")
class AttacksUnfencedTest extends AttacksGuardedTest {

    @Override
    Stream<Attack> struck() {
        return Stream.of(attacks(), heldTwice()).flatMap(List::stream);
    }

    @Test
    @DisplayName("an expression in a query → the guard's answer says why")
    void saysWhy() {
        assertThat(expressions())
                .allSatisfy(attack -> assertThat(attack.strike().get().body()).contains("表达式"));
    }
}
