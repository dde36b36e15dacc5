package cn.gdpilot.domain.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Chinese texts that users see, by key. */
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages_zh", Locale.ROOT);

    private Texts() {}

    /** The text of {@code key} with {@code arguments} put in; numbers stand as digits without separators. */
    public static String of(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(plain);
    }

    /** The parts of a text that lists several, e.g. the heads of a table. */
    public static List<String> words(String key) {
        return List.of(BUNDLE.getString(key).split(","));
    }

    /** The label of a value of an enumeration, e.g. state.DRAFT; the value itself where no label is given. */
    public static String label(String family, Object value) {
        String key = family + "." + value;
        if (BUNDLE.containsKey(key)) {
            return BUNDLE.getString(key);
        }
        String further = FurtherLabels.of(family, String.valueOf(value));
        return further == null ? String.valueOf(value) : further;
    }
}
