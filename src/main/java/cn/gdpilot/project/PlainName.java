package cn.gdpilot.project;

import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;

/** Names as they may stand in lists, letters and sheets: one line, no markup, nothing that a sheet takes for a formula. */
public final class PlainName {

    private static final int LONGEST = 200;

    private PlainName() {}

    /**
     * The name without surrounding blanks.
     *
     * @param field key of the field's label, for the message
     * @throws Refusal if it is empty, too long, has control characters, angle brackets or begins like a formula
     */
    public static String check(String field, String name) {
        String label = Texts.label("field", field);
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("name.empty", label);
        }
        String stripped = name.strip();
        if (stripped.length() > LONGEST) {
            throw Refusal.invalid("name.long", label, LONGEST);
        }
        if (stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("name.control", label);
        }
        if (stripped.matches("[=+\\-@].*") || stripped.matches(".*[<>].*")) {
            throw Refusal.invalid("name.markup", label);
        }
        return stripped;
    }
}
