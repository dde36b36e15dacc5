package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** As shipped, none of the attacks bites, and each is answered with a plain "no". */
class AttacksGuardedTest extends Attacks {

    @TestFactory
    @DisplayName("refused")
    Stream<DynamicTest> refused() {
        return struck().map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
            Attack.Strike strike = attack.strike().get();

            assertThat(strike.bitten()).as(strike.toString()).isFalse();
            assertThat(strike.status()).isBetween(400, 499);
            assertThat(strike.body()).doesNotContain("Exception").doesNotContain("\tat ");
        }));
    }

    Stream<Attack> struck() {
        return Stream.of(attacks(), heldTwice(), heldByTheFence()).flatMap(List::stream);
    }
}
