package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.platform.engine.gate.drawn.ModelList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Elements and attributes that a kind of file may contain, read from a list of {@code engine/models}. */
final class Vocabulary {

    private static final String GROUP = "@";

    /** How the text of an element is read. */
    enum Content {
        /** Shown only. */
        PLAIN,
        /** An expression of the engine, or a text without one. */
        EXPRESSION,
        /** A FEEL expression. */
        FEEL,
        /** FEEL conditions of a cell. */
        TESTS
    }

    /**
     * An element.
     *
     * @param attributes values that each attribute may have; empty = any
     */
    record Element(Content content, Map<String, List<String>> attributes) {}

    private static final Map<String, Content> CONTENTS =
            Map.of("plain", Content.PLAIN, "feel", Content.FEEL, "tests", Content.TESTS);

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Element> elements = new HashMap<>();

    private Vocabulary() {}

    /** Reads a list, e.g. {@code bpmn.txt}. */
    static Vocabulary load(String name) {
        Vocabulary vocabulary = new Vocabulary();
        Map<String, Element> groups = new HashMap<>();
        for (List<String> words : ModelList.read(name)) {
            List<String> rest = words.subList(2, words.size());
            switch (words.get(0)) {
                case "prefix" -> vocabulary.prefixes.put(rest.get(0), words.get(1));
                case "group" -> groups.put(GROUP + words.get(1), element(rest, groups));
                case "element" -> vocabulary.elements.put(words.get(1), element(rest, groups));
                default -> throw new IllegalStateException(name + ": " + words);
            }
        }
        return vocabulary;
    }

    private static Element element(List<String> words, Map<String, Element> groups) {
        Content content = Content.EXPRESSION;
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (String word : words) {
            if (CONTENTS.containsKey(word)) {
                content = CONTENTS.get(word);
            } else if (word.startsWith(GROUP)) {
                attributes.putAll(groups.get(word).attributes());
            } else {
                String[] parts = word.split("=", 2);
                attributes.put(parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split("\\|")));
            }
        }
        return new Element(content, attributes);
    }

    /** Name with the list's own prefix, whatever prefix a file uses; empty for an address that is not listed. */
    Optional<String> name(String address, String local) {
        if (address.isEmpty()) {
            return Optional.of(local);
        }
        return Optional.ofNullable(prefixes.get(address)).map(prefix -> prefix + ":" + local);
    }

    /** The element of that name; empty if it is not listed. */
    Optional<Element> element(String name) {
        return Optional.ofNullable(elements.get(name));
    }
}
