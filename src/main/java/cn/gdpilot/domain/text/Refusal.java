package cn.gdpilot.domain.text;

import java.time.Duration;
import java.util.Arrays;

/**
 * A "no" to a person's request: says in Chinese what is wrong, by which rule, and what to do. Nothing is written when
 * it is thrown, and what the person entered stays with the person.
 */
public class Refusal extends RuntimeException {

    /** What sort of "no" it is; the web answers with the matching status. */
    public enum Kind {
        /** The input is malformed. */
        INVALID,
        /** A rule of the notices forbids it. */
        RULE,
        /** It does not fit what has happened meanwhile. */
        CONFLICT,
        /** Not for this person. */
        FORBIDDEN,
        /** No such thing, or none that this person may know of. */
        NOT_FOUND,
        /** The system can not do it now; later it may. */
        UNAVAILABLE,
        /** Too often; after a wait it may be tried again. */
        TOO_MANY
    }

    private final Kind kind;
    private final String rule;
    private final Limit limit;
    private final Duration wait;

    private Refusal(Kind kind, String rule, String message) {
        this(kind, rule, message, null, null);
    }

    private Refusal(Kind kind, String rule, String message, Limit limit, Duration wait) {
        super(message);
        this.kind = kind;
        this.rule = rule;
        this.limit = limit;
        this.wait = wait;
    }

    /** Malformed input. */
    public static Refusal invalid(String key, Object... arguments) {
        return new Refusal(Kind.INVALID, null, Texts.of(key, arguments));
    }

    /** Forbidden by the rule of that number, e.g. "R2.9". */
    public static Refusal byRule(String rule, String key, Object... arguments) {
        return new Refusal(Kind.RULE, rule, Texts.of(key, arguments));
    }

    /** Forbidden by a table: rule and sentence stand in its row. */
    public static Refusal byTable(String rule, String message) {
        return new Refusal(Kind.RULE, rule, message);
    }

    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Kind.CONFLICT, null, Texts.of(key, arguments));
    }

    public static Refusal forbidden(String key, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, null, Texts.of(key, arguments));
    }

    public static Refusal notFound(String key, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, null, Texts.of(key, arguments));
    }

    public static Refusal unavailable(String key, Object... arguments) {
        return new Refusal(Kind.UNAVAILABLE, null, Texts.of(key, arguments));
    }

    /** A limit of the installation that opens again after that wait, which the sentence gets as its last argument, in words. */
    public static Refusal tooMany(Limit limit, Duration wait, String key, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = Waits.words(wait);
        return new Refusal(Kind.TOO_MANY, null, Texts.of(key, all), limit, wait);
    }

    /** The same refusal, because of that limit of the installation. */
    public Refusal because(Limit reached) {
        return new Refusal(kind, rule, getMessage(), reached, wait);
    }

    public Kind kind() {
        return kind;
    }

    /** Number of the rule, or null where none applies. */
    public String rule() {
        return rule;
    }

    /** The limit of the installation that was reached, or null where it is none. */
    public Limit limit() {
        return limit;
    }

    /** How long to wait before it may be tried again, or null where no wait helps. */
    public Duration retryAfter() {
        return wait;
    }
}
