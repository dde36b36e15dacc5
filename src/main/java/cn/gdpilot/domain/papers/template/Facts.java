package cn.gdpilot.domain.papers.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Contents of a paper: words by name, pictures (PNG) by name, and lists of the same kind by name. */
public final class Facts {

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, Supplier<byte[]>> pictures = new LinkedHashMap<>();
    private final Map<String, List<Facts>> lists = new LinkedHashMap<>();

    /** Adds a word; null becomes empty. */
    public Facts word(String name, Object value) {
        words.put(name, value == null ? "" : String.valueOf(value));
        return this;
    }

    /** Adds a picture, as PNG, which is drawn when a paper first shows it. */
    public Facts picture(String name, Supplier<byte[]> png) {
        pictures.put(name, SingletonSupplier.of(png));
        return this;
    }

    /** Adds a list; what its lines lack is taken from around it. */
    public Facts list(String name, List<Facts> lines) {
        lists.put(name, List.copyOf(lines));
        return this;
    }

    Map<String, String> words() {
        return words;
    }

    Map<String, Supplier<byte[]>> pictures() {
        return pictures;
    }

    Map<String, List<Facts>> lists() {
        return lists;
    }

    /** The same as plain maps and lists, as template engines read them; a line also has what stands around its list. */
    Map<String, Object> plain(PictureForm form) {
        return plain(Map.of(), form);
    }

    private Map<String, Object> plain(Map<String, Object> around, PictureForm form) {
        Map<String, Object> plain = new LinkedHashMap<>(around);
        plain.putAll(words);
        pictures.forEach((name, png) -> plain.put(name, form.of(png.get())));
        // Lists are seen from the lines of other lists, but not from their own.
        Map<String, Object> flat = new LinkedHashMap<>(plain);
        lists.forEach((name, lines) -> {
            List<Object> filled = new ArrayList<>();
            lines.forEach(line -> filled.add(line.plain(flat, form)));
            plain.put(name, filled);
            flat.put(name, filled);
        });
        return plain;
    }

    /** How a picture is given to a template engine. */
    interface PictureForm {

        Object of(byte[] png);
    }
}
