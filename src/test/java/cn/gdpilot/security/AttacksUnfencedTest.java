package cn.gdpilot.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.test.context.TestPropertySource;

/** The guard alone holds as well, should a way around the fence be found. */
@TestPropertySource(properties = {"pilot.engine.fence=false", "pilot.engine.self-test=false"})
class AttacksUnfencedTest extends AttacksGuardedTest {

    @Override
    Stream<Attack> struck() {
        return Stream.of(attacks(), heldTwice()).flatMap(List::stream);
    }
}
