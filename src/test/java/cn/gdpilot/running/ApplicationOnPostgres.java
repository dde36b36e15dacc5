package cn.gdpilot.running;

import cn.gdpilot.OnPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A class whose application runs on PostgreSQL, with an office program that prints nothing. A busy machine makes a request
 * wait; how long people wait for a silent database is held elsewhere.
 */
@OwnSettings
@Tag("postgres")
@TestPropertySource(properties = "pilot.database.limits.request=1m")
@ContextConfiguration(initializers = {OnPostgres.Database.class, OfficeProgram.class})
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApplicationOnPostgres {}
