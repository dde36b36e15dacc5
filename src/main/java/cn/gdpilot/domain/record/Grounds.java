package cn.gdpilot.domain.record;

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
        return new Grounds(null, text == null || text.isBlank() ? null : text.strip());
    }

    public static Grounds byRule(String rule, String text) {
        return new Grounds(rule, text == null || text.isBlank() ? null : text.strip());
    }
}
