package cn.gdpilot;

import cn.gdpilot.journey.DeadlineExtensionOnPostgres;
import cn.gdpilot.journey.Limits;
import cn.gdpilot.journey.WayOfAProject;
import cn.gdpilot.rehearsal.RoundRehearsalOnPostgres;
import cn.gdpilot.running.ApplicationOnPostgres;
import cn.gdpilot.security.ModelsByTwo;
import cn.gdpilot.security.ProviderSignIn;
import cn.gdpilot.security.RecordOnPostgres;
import cn.gdpilot.security.SecondFactorAsked;
import cn.gdpilot.security.Strangers;
import cn.gdpilot.security.VirusScanning;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** All that plays on PostgreSQL, in one JVM: one server, and one start for those of the same settings, which stand together. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ApplicationsOnPostgresTest {

    @Nested
    @Order(1)
    class TheRound extends RoundRehearsalOnPostgres {}

    @Nested
    @Order(1)
    @ApplicationOnPostgres
    class AWay extends WayOfAProject {}

    @Nested
    @Order(1)
    @ApplicationOnPostgres
    class ManyAtOnce extends Limits {}

    @Nested
    @Order(1)
    class Deadlines extends DeadlineExtensionOnPostgres {}

    @Nested
    @Order(1)
    class TheRecord extends RecordOnPostgres {}

    @Nested
    @Order(2)
    class StrangersHaveLimits extends Strangers {}

    @Nested
    @Order(2)
    class SignInAtAProvider extends ProviderSignIn {}

    @Nested
    @Order(2)
    class ASecondFactor extends SecondFactorAsked {}

    @Nested
    @Order(2)
    class ASecondPerson extends ModelsByTwo {}

    @Nested
    @Order(3)
    class AScanner extends VirusScanning {}
}
