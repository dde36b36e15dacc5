package cn.gdpilot.journey;

import cn.gdpilot.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class DeadlineExtensionOnPostgresTest extends DeadlineExtension {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}
