package cn.gdpilot.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/** What is wrong with a reference list, as who edits it reads it. */
public class ListFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private ListFault(String words, Throwable cause) {
        super(words, cause);
    }

    /** A fault in the words of that message. */
    public static ListFault of(String key, Object... values) {
        return new ListFault(Texts.of(key, values), null);
    }

    /** The words of a fault, also of one that the reading has thrown by itself. */
    public static String words(RuntimeException fault) {
        return fault instanceof ListFault || fault instanceof Refusal
                ? fault.getMessage()
                : Texts.of("list.unreadable");
    }

    /**
     * What a reader makes of each row.
     *
     * @throws ListFault if it cannot read one, with the row's number as an editor of texts counts
     */
    public static <T> List<T> each(List<CSVRecord> rows, Function<CSVRecord, T> reader) {
        List<T> read = new ArrayList<>();
        for (CSVRecord row : rows) {
            try {
                read.add(reader.apply(row));
            } catch (RuntimeException fault) {
                // The header is the first line.
                throw new ListFault(Texts.of("list.row", row.getRecordNumber() + 1, words(fault)), fault);
            }
        }
        return read;
    }

    /** The constant of that name; the fault lists those that there are. */
    public static <E extends Enum<E>> E constant(Class<E> of, String column, String name) {
        for (E one : of.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw of("list.constant", column, name, List.of(of.getEnumConstants()));
    }

    /** True or false; empty is false. */
    public static boolean yes(String column, String text) {
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            throw of("list.constant", column, text, List.of("true", "false"));
        }
        return text.equals("true");
    }
}
