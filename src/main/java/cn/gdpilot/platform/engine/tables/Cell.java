package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Values that an output column of a table may hold.
 *
 * @param types  type names that the column may declare
 * @param wrong  fault of a value that is not null, in Chinese; null if it has none
 */
record Cell(Set<String> types, Function<Object, String> wrong) {

    private static final Set<String> TEXT = Set.of("string");
    private static final Set<String> WHOLE = Set.of("integer", "long", "number");

    /** A text that is not blank, at most so many characters long. */
    static Cell text(int longest) {
        return new Cell(TEXT, value -> {
            if (!(value instanceof String text) || text.isBlank()) {
                return Texts.of("table.cell.text");
            }
            return text.length() > longest ? Texts.of("table.cell.long", longest) : null;
        });
    }

    /** One of the constants of an enumeration. */
    static <E extends Enum<E>> Cell codes(Class<E> all) {
        return codes(
                "table.cell.code",
                Arrays.stream(all.getEnumConstants()).map(Enum::name).toList());
    }

    static Cell codes(String... all) {
        return codes("table.cell.code", List.of(all));
    }

    /** The same where they may change while the program runs. */
    static Cell oneOf(Supplier<List<String>> all) {
        return new Cell(TEXT, value -> codes("table.cell.code", all.get()).wrong.apply(value));
    }

    /** One of these kinds of letters. */
    static Cell letters(Collection<String> all) {
        return codes("table.cell.letter", new TreeSet<>(all));
    }

    private static Cell codes(String words, Collection<String> all) {
        return new Cell(
                TEXT,
                value -> value instanceof String text && all.contains(text)
                        ? null
                        : Texts.of(words, value, String.join("、", all)));
    }

    /** A whole number between both, inclusive. */
    static Cell whole(int least, int most) {
        return new Cell(
                WHOLE,
                value -> value instanceof Number number
                                && number.doubleValue() == Math.rint(number.doubleValue())
                                && number.doubleValue() >= least
                                && number.doubleValue() <= most
                        ? null
                        : Texts.of("table.cell.whole", least, most));
    }

    static Cell yesNo() {
        return new Cell(Set.of("boolean"), value -> value instanceof Boolean ? null : Texts.of("table.cell.yes-no"));
    }

    /** Endings of files, divided by commas. */
    static Cell formats() {
        return new Cell(
                TEXT,
                value -> value instanceof String text && text.matches("\\s*[a-z0-9]+(\\s*,\\s*[a-z0-9]+)*\\s*")
                        ? null
                        : Texts.of("table.cell.formats"));
    }

    /** Fault of a value, in Chinese; empty if it has none. */
    Optional<String> fault(Object value) {
        return value == null ? Optional.of(Texts.of("table.cell.empty")) : Optional.ofNullable(wrong.apply(value));
    }
}
