package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.ModelList;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            JsonNode root = JSON.readTree(form);
            if (!root.isObject() || !root.path("components").isArray()) {
                throw Fault.of(Rule.FILE, file, "rule.A-01.no-form").refusal();
            }
            part(file, "root", root);
        } catch (IOException e) {
            throw Fault.of(Rule.FILE, file, "rule.A-01.unreadable").refusal();
        }
    }

    private void part(String file, String place, JsonNode part) {
        String type = part.path("type").asText("");
        if (!listed.get(PARTS).contains(type)) {
            throw refuse(file, part, "rule.F-01.part", type);
        }
        settings(file, part, place, part);
        if (type.equals("image") && !part.path("source").asText("").matches("(data:image/|[=/](?!/)).*|")) {
            throw refuse(file, part, "rule.F-01.picture");
        }
        part.path("components").forEach(inner -> part(file, "components", inner));
    }

    /** Objects and lists of objects under the keys that have a list of their own. */
    private void settings(String file, JsonNode part, String place, JsonNode given) {
        given.fields().forEachRemaining(setting -> {
            String key = setting.getKey();
            if (!listed.get(place).contains(key)) {
                throw refuse(file, part, "rule.F-01.key", key);
            }
            if (!key.equals("components") && !key.equals(OWN)) {
                (setting.getValue().isArray() ? setting.getValue() : List.of(setting.getValue())).forEach(inner -> {
                    if (inner.isObject()) {
                        nested(file, part, key, inner);
                    }
                });
            }
        });
    }

    private void nested(String file, JsonNode part, String key, JsonNode given) {
        if (!listed.containsKey(key)) {
            throw refuse(file, part, "rule.F-01.key", key);
        }
        settings(file, part, key, given);
    }

    private static Refusal refuse(String file, JsonNode part, String key, Object... arguments) {
        return new Fault(Rule.FORM_LISTED, file, part.path("id").asText(""), name(part), Texts.of(key, arguments))
                .refusal();
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
