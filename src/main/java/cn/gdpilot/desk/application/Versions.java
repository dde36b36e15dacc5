package cn.gdpilot.desk.application;

import cn.gdpilot.domain.text.Refusal;

/** Reads the version that a client has seen, as {@code If-Match} or a hidden field carries it. */
public final class Versions {

    private Versions() {}

    /**
     * Reads a program's version.
     *
     * @return null if none is given: the program writes over whatever is there
     * @throws Refusal if it is no number
     */
    public static Integer parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String number = text.strip().replace("\"", "");
        if (!number.matches("\\d{1,9}")) {
            throw Refusal.invalid("application.version");
        }
        return Integer.valueOf(number);
    }

    /**
     * Reads a form's version. A form always has one, so that nobody saves over what was never seen.
     *
     * @throws Refusal if none is given, or it is no number
     */
    public static int ofForm(String text) {
        Integer version = parse(text);
        if (version == null) {
            throw Refusal.conflict("application.version-missing");
        }
        return version;
    }
}
