package cn.gdpilot.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class of tests that needs another setting, but no application of its own: for its tests the beans that read the setting are
 * as a start with it makes them. Right for a setting that is read by constructors of a few beans and nowhere else.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OtherSetting {

    /** The setting, e.g. {@code pilot.arrival.counts=first}. */
    String value();

    /** Names of the beans that read it. */
    String[] readBy();
}
