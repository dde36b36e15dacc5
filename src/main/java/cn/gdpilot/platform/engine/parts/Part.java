package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that designers may name.
 *
 * @param kind      what it is
 * @param key       unique among its kind, e.g. sendLetterDelegate
 * @param name      in Chinese
 * @param typed     what to type into the Modeler
 * @param help      what it does and when to use it
 * @param arguments what it is given, or its fields
 * @param gives     what it gives, or what has changed behind it; may be empty
 * @param notes     where it may stand; may be empty
 * @param uses      where running models name it: file and label of the element
 */
public record Part(
        PartKind kind,
        String key,
        String name,
        String typed,
        String help,
        List<Argument> arguments,
        String gives,
        List<String> notes,
        List<String> uses) {

    /**
     * An argument, input, field or column.
     *
     * @param name    as it is written
     * @param meaning in Chinese
     * @param values  example or allowed values; may be empty
     */
    public record Argument(String name, String meaning, String values) {}

    /** Where in the Modeler it is typed. */
    public String where() {
        return Texts.of("part.where." + kind);
    }

    /** Its place on the page. */
    public String place() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + key.replaceAll("[^A-Za-z0-9-]", "-");
    }

    /** True if all these words stand somewhere in it. */
    boolean says(String words) {
        String all = Stream.of(
                        Stream.of(name, typed, help, gives),
                        arguments.stream().flatMap(one -> Stream.of(one.name(), one.meaning())),
                        notes.stream(),
                        uses.stream())
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .reduce(key, (one, other) -> one + "\n" + other)
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
    }
}
