package cn.gdpilot.domain.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a web handler: whoever calls it, or is refused by it, goes into the record with the address that was asked for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Recorded {

    /** The action, e.g. "dossier.opened"; its label is {@code action.dossier.opened}. */
    String value();
}
