package cn.gdpilot.domain.text.offered;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A model may name it: on a class, a bean that a step or a listener calls; on a method, what an expression may ask a bean for.
 * All else of the program does not exist for a model.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForModels {

    /** Every process. */
    String EVERYWHERE = "*";

    /** Short name, in Chinese. */
    String name();

    /** What it does and when to use it, in Chinese: one or two sentences. */
    String help();

    /** Arguments of a method in their order; for a step, the variables and inputs that it reads. */
    Given[] given() default {};

    /** What a method gives, or what has changed behind a step, in Chinese. */
    String gives();

    /** Processes whose tasks a method answers (the gate refuses others), or for whose cases a step is made. */
    String[] in() default EVERYWHERE;

    /** True for a bean that stands as a listener only, never as a step of its own. */
    boolean listener() default false;

    /** True if a method gives a date with all that hangs on it: due, followUp, after, reminders and so on. */
    boolean dates() default false;

    /** True if a method gives what people wrote: it may stand in the input of a user task only. */
    boolean written() default false;
}
