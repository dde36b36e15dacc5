package cn.gdpilot.platform.engine.gate.drawn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fields, choices and texts of a form that can be read. */
public final class DrawnForm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*}}");

    /**
     * A part of a form: a field, or what is shown beside.
     *
     * @param key     name of its variable; empty if it has none
     * @param label   as people see it; may be empty
     * @param names   its label, and those of its choices, as far as they are written
     * @param isOpen  true if a person can fill it in
     * @param preset  true if it is filled in before a person does
     * @param choices values to choose from; empty if it is no choice of one
     * @param shown   variables of its texts
     * @param feel    expressions, without the sign before them
     */
    public record Part(
            String id,
            String key,
            String label,
            List<String> names,
            boolean isOpen,
            boolean preset,
            List<String> choices,
            Set<String> shown,
            List<String> feel) {}

    private final JsonNode root;
    private final List<Part> parts = new ArrayList<>();

    /** Reads a form. */
    public DrawnForm(byte[] file) {
        try {
            root = JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.path("components").forEach(this::add);
    }

    private void add(JsonNode part) {
        boolean isChoice = Set.of("radio", "select").contains(part.path("type").asText());
        List<String> feel = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        texts(part, feel, shown);
        parts.add(new Part(
                part.path("id").asText(""),
                part.path("key").asText("").split("\\.", 2)[0],
                part.path("label").asText(""),
                names(part),
                !isSet(part, "disabled") && !isSet(part, "readonly"),
                !part.path("defaultValue").asText("").isBlank(),
                isChoice ? part.path("values").findValuesAsText("value") : List.of(),
                shown,
                feel));
        part.path("components").forEach(this::add);
    }

    private static List<String> names(JsonNode part) {
        List<String> names = new ArrayList<>(List.of(part.path("label").asText("")));
        names.addAll(part.path("values").findValuesAsText("label"));
        names.removeIf(name -> name.isBlank() || name.startsWith("="));
        return names;
    }

    /** A setting that an expression works out may be off. */
    private static boolean isSet(JsonNode part, String setting) {
        return part.path(setting).isBoolean() && part.path(setting).booleanValue();
    }

    /** Texts of the part itself, not those of parts inside of it. */
    private static void texts(JsonNode node, List<String> feel, Set<String> shown) {
        if (node.isTextual()) {
            String text = node.asText();
            if (text.startsWith("=")) {
                feel.add(text.substring(1).strip());
            }
            SHOWN.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(one -> shown.add(one.replaceAll("[{}\\s]", "")));
        }
        node.fields().forEachRemaining(inner -> {
            if (!inner.getKey().equals("components")) {
                texts(inner.getValue(), feel, shown);
            }
        });
        if (node.isArray()) {
            node.forEach(inner -> texts(inner, feel, shown));
        }
    }

    /** Its id; empty if it has none. */
    public String id() {
        return root.path("id").asText("");
    }

    /** Version of its schema; very large if it says none. */
    public int schema() {
        return root.path("schemaVersion").asInt(Integer.MAX_VALUE);
    }

    /** All parts, those inside of others too. */
    public List<Part> parts() {
        return parts;
    }

    /** Names of its fields. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        parts.stream().map(Part::key).filter(key -> !key.isEmpty()).forEach(fields::add);
        return fields;
    }

    /** Names of those fields that a person can fill in. */
    public Set<String> open() {
        return parts.stream()
                .filter(Part::isOpen)
                .map(Part::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }

    /** What a person may choose in a field; empty if it is no choice of one. */
    public List<String> choices(String field) {
        return parts.stream()
                .filter(part -> part.key().equals(field))
                .findFirst()
                .map(Part::choices)
                .orElse(List.of());
    }
}
