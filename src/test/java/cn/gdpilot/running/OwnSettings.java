package cn.gdpilot.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A class whose application has other settings than the one that most classes share. It stands in one of the two classes that
 * have those of the same settings run side by side: ApplicationsOnPostgresTest, OtherApplicationsTest.
 */
@Tag("own-settings")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnSettings {}
