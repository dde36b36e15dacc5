package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a form may contain: the parts and settings of {@code forms.txt}, and no picture or page of somebody else. */
class FormContents {

    private static final String PARTS = "part";
    /** Its keys are a designer's own, and only shown. */
    private static final String OWN = "properties";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<String>> listed = new HashMap<>();

    FormContents() {
        for (List<String> words : ModelList.read("forms.txt")) {
            listed.computeIfAbsent(words.get(0), key -> new HashSet<>()).addAll(words.subList(1, words.size()));
        }
    }

    /**
     * Reads a form through.
     *
     * @throws Refusal with the part and the setting that is not listed
     */
    void check(String file, byte[] form) {
        try {
            part(file, "root", JSON.readTree(form));
        } catch (IOException e) {
            throw Refusal.invalid("model.unreadable", file);
        }
    }

    /** Names of the fields of a form, by its id. */
    static Map<String, Set<String>> fields(String file, byte[] form) {
        try {
            JsonNode root = JSON.readTree(form);
            return Map.of(
                    root.path("id").asText(file),
                    root.findValuesAsText("key").stream()
                            .map(key -> key.split("\\.", 2)[0])
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw Refusal.invalid("model.unreadable", file);
        }
    }

    private void part(String file, String place, JsonNode part) {
        String type = part.path("type").asText("");
        if (!listed.get(PARTS).contains(type)) {
            throw Refusal.invalid("model.form-part", file, type);
        }
        settings(file, name(part), place, part);
        if (type.equals("image") && !part.path("source").asText("").matches("(data:image/|[=/](?!/)).*|")) {
            throw Refusal.invalid("model.form-picture", file, name(part));
        }
        part.path("components").forEach(inner -> part(file, "components", inner));
    }

    /** Objects and lists of objects under the keys that have a list of their own. */
    private void settings(String file, String name, String place, JsonNode given) {
        given.fields().forEachRemaining(setting -> {
            String key = setting.getKey();
            if (!listed.get(place).contains(key)) {
                throw Refusal.invalid("model.form-key", file, name, key);
            }
            if (!key.equals("components") && !key.equals(OWN)) {
                (setting.getValue().isArray() ? setting.getValue() : List.of(setting.getValue())).forEach(inner -> {
                    if (inner.isObject()) {
                        nested(file, name, key, inner);
                    }
                });
            }
        });
    }

    private void nested(String file, String name, String key, JsonNode given) {
        if (!listed.containsKey(key)) {
            throw Refusal.invalid("model.form-key", file, name, key);
        }
        settings(file, name, key, given);
    }

    private static String name(JsonNode part) {
        for (String key : List.of("label", "key", "id")) {
            if (!part.path(key).asText("").isBlank()) {
                return part.path(key).asText();
            }
        }
        return part.path("type").asText("");
    }
}
