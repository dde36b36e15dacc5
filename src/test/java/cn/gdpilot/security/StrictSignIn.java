package cn.gdpilot.security;

import cn.gdpilot.journey.Journey;
import cn.gdpilot.running.ApplicationOnPostgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * As in operation, on PostgreSQL: officers may sign in at a provider, those who sign or administer must have a second factor,
 * models are released by two persons, strangers have limits, and a proxy on this machine tells who calls.
 */
@ApplicationOnPostgres
abstract class StrictSignIn extends Journey {

    static final StandInProvider PROVIDER = new StandInProvider();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        String registration = "spring.security.oauth2.client.registration.office.";
        settings.add(registration + "client-id", () -> "gdpilot");
        settings.add(registration + "client-secret", () -> "of-the-test");
        settings.add(registration + "client-name", () -> "统一身份认证");
        settings.add(registration + "scope", () -> "openid");
        settings.add("spring.security.oauth2.client.provider.office.issuer-uri", PROVIDER::issuer);
        settings.add("pilot.security.second-factor-compulsory", () -> "true");
        settings.add("server.forward-headers-strategy", () -> "native");
        settings.add("pilot.limits.registrations-per-hour", () -> "3");
        settings.add("pilot.limits.confirmed-mail", () -> "true");
        settings.add("pilot.models.release-group", () -> "dept-44");
    }
}
