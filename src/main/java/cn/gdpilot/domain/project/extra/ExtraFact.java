package cn.gdpilot.domain.project.extra;

import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.ListFault;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import cn.gdpilot.domain.text.WritableText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A question of a round's own.
 *
 * @param round    round that asks it; empty for all rounds
 * @param key      name of the answer, also of the table's input
 * @param question as the applicant reads it
 * @param hint     further words; empty if there are none
 * @param type     what an answer is
 * @param range    lowest..highest for numbers and dates, choices divided by semicolons for texts; empty for any
 * @param required whether a submission, or an acceptance, must answer it
 * @param asked    who is asked
 * @param table    decision table that is asked with the answer; empty if none is
 * @param rule     rule under which it is asked
 */
public record ExtraFact(
        String round,
        String key,
        String question,
        String hint,
        Type type,
        String range,
        boolean required,
        Asked asked,
        String table,
        String rule) {

    /** Its place on the applicant's page is {@code extra-<key>}. */
    public static final String PLACE = "extra-";

    private static final String NUMBER = "-?\\d+(\\.\\d+)?";
    private static final int LONGEST_NUMBER = 20;
    /** It stands in findings and letters with words around it. */
    private static final int LONGEST_QUESTION = 200;

    public ExtraFact {
        if (!key.matches("[a-z][A-Za-z0-9]{0,39}")) {
            throw ListFault.of("extra.fault-key", key);
        }
        if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
            throw ListFault.of("extra.fault-question", key, LONGEST_QUESTION);
        }
        if (Clauses.of(rule).equals(rule) || !rule.matches("R\\d{1,2}(\\.\\d{1,3})?")) {
            throw ListFault.of("extra.fault-rule", key, rule);
        }
        if (!fits(type, range)) {
            throw ListFault.of("extra.fault-range", key, range, Texts.of("extra.fault-range-" + type));
        }
    }

    private static boolean fits(Type type, String range) {
        if (range.isEmpty()) {
            return true;
        }
        String[] bounds = range.split("\\.\\.", -1);
        return switch (type) {
            case YESNO -> false;
            case TEXT -> Arrays.stream(range.split(";", -1)).noneMatch(String::isBlank);
            case NUMBER -> bounds.length == 2 && inOrder(bounds, BigDecimal::new);
            case DATE -> bounds.length == 2 && inOrder(bounds, LocalDate::parse);
        };
    }

    private static <T extends Comparable<? super T>> boolean inOrder(String[] bounds, Function<String, T> reader) {
        try {
            List<T> given = Arrays.stream(bounds)
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(reader)
                    .toList();
            return given.size() == 1 || given.size() == 2 && given.get(0).compareTo(given.get(1)) <= 0;
        } catch (NumberFormatException | DateTimeParseException none) {
            return false;
        }
    }

    /** Id of its place on the applicant's page. */
    public String place() {
        return PLACE + key;
    }

    /** Choices of a text; empty if any text is an answer. */
    public List<String> choices() {
        return type == Type.TEXT && !range.isEmpty()
                ? Arrays.stream(range.split(";")).map(String::strip).toList()
                : List.of();
    }

    /** Lowest value; null if there is none. */
    public String least() {
        return bound(0);
    }

    /** Highest value; null if there is none. */
    public String most() {
        return bound(1);
    }

    private String bound(int which) {
        if (type != Type.NUMBER && type != Type.DATE || range.isEmpty()) {
            return null;
        }
        String[] bounds = range.split("\\.\\.", -1);
        return bounds.length == 2 && !bounds[which].isBlank() ? bounds[which].strip() : null;
    }

    /**
     * An answer as it is kept; empty if nothing is answered.
     *
     * @throws Refusal if it is no answer to this question, in words that name the question
     */
    public String normal(String typed) {
        String text = Words.typed(typed);
        if (text.isEmpty()) {
            return "";
        }
        return switch (type) {
            case YESNO -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw Refusal.byRule(rule, "extra.yes-no", question);
                }
                yield text;
            }
            case NUMBER -> number(text);
            case DATE -> date(text);
            case TEXT -> text(text);
        };
    }

    private String number(String text) {
        if (text.length() > LONGEST_NUMBER || !text.matches(NUMBER)) {
            throw Refusal.byRule(rule, "extra.number", question);
        }
        BigDecimal number = new BigDecimal(text);
        if (least() != null && number.compareTo(new BigDecimal(least())) < 0
                || most() != null && number.compareTo(new BigDecimal(most())) > 0) {
            throw Refusal.byRule(rule, "extra.range", question, range.replace("..", " 至 "));
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String date(String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw Refusal.byRule(rule, "extra.date", question);
        }
        if (least() != null && day.isBefore(LocalDate.parse(least()))
                || most() != null && day.isAfter(LocalDate.parse(most()))) {
            throw Refusal.byRule(rule, "extra.range", question, range.replace("..", " 至 "));
        }
        return day.toString();
    }

    private String text(String text) {
        if (!choices().isEmpty() && !choices().contains(text)) {
            throw Refusal.byRule(rule, "extra.choice", question, String.join("、", choices()));
        }
        if (TextLimit.REASON.exceededBy(text)) {
            throw Refusal.byRule(rule, "extra.long", question, TextLimit.REASON.length());
        }
        if (!WritableText.is(text)) {
            throw Refusal.invalid("text.unwritable");
        }
        return text;
    }

    /**
     * A kept answer as a table reads it: true or false, a number, or a text; null if nothing is answered, or if the question is
     * of another type than when it was.
     */
    public Object value(String kept) {
        if (kept == null || kept.isEmpty()) {
            return null;
        }
        return switch (type) {
            case YESNO -> kept.equals("true") || kept.equals("false") ? Boolean.valueOf(kept) : null;
            case NUMBER -> kept.matches(NUMBER) ? Double.valueOf(kept) : null;
            case DATE, TEXT -> kept;
        };
    }

    /** A kept answer in words. */
    public String shown(String kept) {
        if (kept == null || kept.isEmpty()) {
            return Texts.of("none");
        }
        return type == Type.YESNO ? Texts.label("yesno", kept) : kept;
    }

    /** Who is asked. */
    public enum Asked {
        /** Who applies, in the application. */
        APPLICANT,
        /** Who accepts for the unit, in a field of that key of the acceptance form. */
        ACCEPTANCE
    }

    /** What an answer is. */
    public enum Type {
        /** Yes or no. */
        YESNO,
        /** Decimal number. */
        NUMBER,
        /** Words, or one of several choices. */
        TEXT,
        /** Day, written 2026-12-05; tables read it as a text. */
        DATE
    }
}
