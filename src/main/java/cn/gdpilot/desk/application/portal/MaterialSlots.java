package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.material.MaterialShelf.Slot;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads titles and order of files as the page sends them: {@code place.<file>} and {@code title.<file>}. */
final class MaterialSlots {

    private static final String PLACE = "place.";
    private static final String TITLE = "title.";
    private static final String SEEN = "seen.";

    private MaterialSlots() {}

    static List<Slot> parse(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(PLACE))
                .map(field -> {
                    String file = field.getKey().substring(PLACE.length());
                    return new Slot(file(file), title(fields.get(TITLE + file)), place(field.getValue()));
                })
                .toList();
    }

    /** The same files as they stood when the page was made, from {@code seen.<file>}. */
    static Map<Long, String> seen(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(SEEN))
                .collect(Collectors.toMap(
                        field -> file(field.getKey().substring(SEEN.length())),
                        Map.Entry::getValue,
                        (one, other) -> one));
    }

    private static long file(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.notFound("material.unknown");
        }
        return Long.parseLong(text);
    }

    private static int place(String text) {
        if (!text.strip().matches("[1-9]\\d{0,3}")) {
            throw Refusal.invalid("material.place");
        }
        return Integer.parseInt(text.strip());
    }

    private static String title(String text) {
        return text == null || text.isBlank() ? null : PlainName.check("materialTitle", text);
    }
}
