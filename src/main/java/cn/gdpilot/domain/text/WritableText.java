package cn.gdpilot.domain.text;

import java.util.regex.Pattern;

/** Text that every database can keep: without the NUL character and without half a character. Asked wherever text comes in. */
public final class WritableText {

    /** Characters that come with what is copied from elsewhere, and that no XML can carry: papers are made of it. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private WritableText() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The text with a blank for each character that can not be printed. */
    public static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
