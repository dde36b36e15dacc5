package cn.gdpilot.domain.text;

import java.util.regex.Pattern;

/** Names as they may stand in lists, letters and sheets: one line, no markup, nothing that a sheet takes for a formula. */
public final class PlainName {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    /** Control characters, separators of lines, halves of characters. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private PlainName() {}

    /** A name of no more than 200 characters. */
    public static String check(String field, String name) {
        return check(field, name, TextLimit.NAME);
    }

    /**
     * The name without surrounding blanks and without characters that nobody sees: zero width, direction of writing.
     *
     * @param field   key of the field's label, for the message
     * @param longest most characters
     * @throws Refusal if it is empty, too long, has control characters, angle brackets or begins like a formula
     */
    public static String check(String field, String name, TextLimit longest) {
        String label = Texts.label("field", field);
        String stripped =
                name == null ? "" : UNSEEN.matcher(name).replaceAll("").strip();
        if (Words.none(stripped)) {
            throw Refusal.invalid("name.empty", label);
        }
        if (longest.exceededBy(stripped)) {
            throw Refusal.invalid("name.long", label, longest.length());
        }
        if (BREAKS.matcher(stripped).find()) {
            throw Refusal.invalid("name.control", label);
        }
        if (stripped.matches("[=+\\-@].*") || stripped.matches(".*[<>].*")) {
            throw Refusal.invalid("name.markup", label);
        }
        return stripped;
    }
}
