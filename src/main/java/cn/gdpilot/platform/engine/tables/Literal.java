package cn.gdpilot.platform.engine.tables;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A cell that says its value by itself.
 *
 * @param value text, number, boolean or null
 */
record Literal(Object value) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** The literal that a cell holds; null if it is an expression. */
    static Literal of(String text) {
        if (text.isEmpty() || text.equals("null") || text.equals("-")) {
            return new Literal(null);
        }
        if (text.equals("true") || text.equals("false")) {
            return new Literal(Boolean.valueOf(text));
        }
        if (NUMBER.matcher(text).matches()) {
            return new Literal(new BigDecimal(text));
        }
        return TableText.QUOTED
                .matcher(text)
                .results()
                .findFirst()
                .filter(found -> found.end() - found.start() == text.length())
                .map(MatchResult::group)
                .map(quoted -> new Literal(quoted.substring(1, quoted.length() - 1)))
                .orElse(null);
    }
}
