package cn.gdpilot.desk.application;

import cn.gdpilot.domain.text.Refusal;

/** Reads the version that a client has seen, as {@code If-Match} or a hidden field carries it. */
public final class Versions {

    private Versions() {}

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
}
