package cn.gdpilot.rehearsal;

import cn.gdpilot.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class RoundRehearsalOnPostgresTest extends RoundRehearsal {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}
