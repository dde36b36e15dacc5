package cn.gdpilot.domain.record;

import cn.gdpilot.domain.text.Words;

/**
 * On what grounds something was decided.
 *
 * @param rule number of the rule, e.g. "R2.4"; null where none applies
 * @param text in words; null where nothing needs saying
 */
public record Grounds(String rule, String text) {

    /** For steps that need no reason. */
    public static final Grounds NONE = new Grounds(null, null);

    public static Grounds because(String text) {
        return new Grounds(null, Words.none(text) ? null : text.strip());
    }

    public static Grounds byRule(String rule, String text) {
        return new Grounds(rule, Words.none(text) ? null : text.strip());
    }
}
