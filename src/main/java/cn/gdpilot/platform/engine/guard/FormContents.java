package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;

/** What a form may contain: the parts that this Tasklist shows, and no page of somebody else. */
class FormContents {

    private static final Set<String> PARTS = Set.of(
            "default",
            "group",
            "columns",
            "text",
            "textfield",
            "textarea",
            "number",
            "radio",
            "select",
            "checkbox",
            "checklist",
            "taglist",
            "datetime",
            "table",
            "dynamiclist",
            "spacer",
            "separator",
            "button",
            "image");
    private static final ObjectMapper JSON = new ObjectMapper();

    void check(String file, byte[] form) {
        try {
            walk(file, JSON.readTree(form));
        } catch (IOException e) {
            throw Refusal.invalid("model.unreadable", file);
        }
    }

    private static void walk(String file, JsonNode part) {
        String type = part.path("type").asText("");
        if (!PARTS.contains(type)) {
            throw Refusal.invalid("model.form-part", file, type);
        }
        part.path("components").forEach(inner -> walk(file, inner));
    }
}
