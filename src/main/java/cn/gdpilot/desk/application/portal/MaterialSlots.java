package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.material.FileLabel;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialShelf.Slot;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the page says of files: {@code place.<file>}, {@code title.<file>}, {@code year.<file>}, {@code class.<file>}. */
final class MaterialSlots {

    private static final String PLACE = "place.";
    private static final String TITLE = "title.";
    private static final String YEAR = "year.";
    private static final String CLASS = "class.";
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

    /** Years and classes of those files for which the page sends one. */
    static Map<Long, FileLabel> labels(Map<String, String> fields, List<Material> files) {
        return files.stream()
                .filter(file -> fields.containsKey(YEAR + file.id()) || fields.containsKey(CLASS + file.id()))
                .collect(Collectors.toMap(
                        Material::id,
                        file -> FileLabel.parse(
                                file.kind(), fields.get(YEAR + file.id()), fields.get(CLASS + file.id()))));
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
