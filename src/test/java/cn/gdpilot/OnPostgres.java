package cn.gdpilot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** Runs the data tests of a class on PostgreSQL instead of H2; all such classes of a JVM share one database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("postgres")
@ContextConfiguration(initializers = OnPostgres.Database.class)
public @interface OnPostgres {

    /** Points the context at a fresh database of the tests' server. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> properties = new HashMap<>();
            Postgres.use((name, value) -> properties.put(name, value.get()));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("postgres", properties));
        }
    }

    /** The same for whoever asks for it by {@code -Dpostgres=true}: what usually runs on H2 runs on PostgreSQL once. */
    class IfAsked implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (Boolean.getBoolean("postgres")) {
                new Database().initialize(context);
            }
        }
    }
}
