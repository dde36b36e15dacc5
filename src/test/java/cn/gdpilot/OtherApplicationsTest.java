package cn.gdpilot;

import cn.gdpilot.journey.FrozenDatabase;
import cn.gdpilot.journey.MailFaults;
import cn.gdpilot.journey.MailFaultsOnPostgres;
import cn.gdpilot.journey.MailRoads;
import cn.gdpilot.journey.TenChanges;
import cn.gdpilot.security.AttacksUnguarded;
import cn.gdpilot.security.QueryExpressionFenced;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** What needs settings that a running application can not take over, in one JVM: a start for each, those of one after the other. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class OtherApplicationsTest {

    @Nested
    @Order(1)
    class Unguarded extends AttacksUnguarded {}

    @Nested
    @Order(1)
    class FencedOnly extends QueryExpressionFenced {}

    @Nested
    @Order(2)
    class Roads extends MailRoads {}

    @Nested
    @Order(3)
    class Faults extends MailFaults {}

    @Nested
    @Order(4)
    class FaultsOnPostgres extends MailFaultsOnPostgres {}

    @Nested
    @Order(5)
    class Frozen extends FrozenDatabase {}

    @Nested
    @Order(6)
    class NextYear extends TenChanges {}
}
