package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.text.TextLimit;

/**
 * What a table found.
 *
 * @param rule    number of the rule, e.g. "R2.12"
 * @param verdict what follows
 * @param message a whole Chinese sentence that says what to do; no more than is kept of it
 * @param source  table and version that said so, e.g. "video-length v1"; "self-check" where no table did
 */
public record Finding(String rule, Verdict verdict, String message, String source) {

    /** As in the column: the sentence of a table, which a designer writes, must not break a submission. */
    private static final int LONGEST = TextLimit.MESSAGE.length();

    private static final String OWN_CHECK = "self-check";

    public Finding {
        message = message.length() > LONGEST ? cut(message) : message;
    }

    /** What follows from a finding. */
    public enum Verdict {
        /** A rule forbids it. */
        REFUSE,
        /** A person decides. */
        REFER,
        /** Worth knowing. */
        NOTE
    }

    /** A finding that no table makes, e.g. that a file is missing. */
    public static Finding ofOwnCheck(String rule, Verdict verdict, String message) {
        return new Finding(rule, verdict, message, OWN_CHECK);
    }

    /** Whether both say the same, by whatever version of the table. */
    boolean saysWhat(Finding other) {
        return rule.equals(other.rule) && verdict == other.verdict && message.equals(other.message);
    }

    private static String cut(String message) {
        int end = Character.isHighSurrogate(message.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return message.substring(0, end) + "…";
    }

    public boolean refuses() {
        return verdict == Verdict.REFUSE;
    }
}
