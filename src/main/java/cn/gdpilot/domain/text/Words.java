package cn.gdpilot.domain.text;

import java.util.regex.Pattern;

/** Words that a person typed. Blanks, marks without a letter, and characters that nobody sees are no words. */
public final class Words {

    /** Letters, digits, punctuation and symbols, without the fillers that show as an empty place. */
    private static final Pattern SEEN =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115F\\u1160\\u2800\\u3164\\uFFA0]]");

    private Words() {}

    /** True if there is nothing to read: null, blanks, zero width, direction of writing. */
    public static boolean none(String text) {
        return text == null || !SEEN.matcher(text).find();
    }

    /** The text without surrounding blanks; empty if there is nothing to read. */
    public static String typed(String text) {
        return none(text) ? "" : text.strip();
    }
}
