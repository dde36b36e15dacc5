package cn.gdpilot.platform.engine.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One field of a form and what it takes as an answer; nothing is an answer to every field. */
record AnswerField(String type, Set<String> options) {

    private static final String TEXT = "textfield";

    static AnswerField ofText() {
        return new AnswerField(TEXT, Set.of());
    }

    static AnswerField of(JsonNode part) {
        Set<String> options = StreamSupport.stream(part.path("values").spliterator(), false)
                .map(option -> option.path("value").asText())
                .collect(Collectors.toSet());
        return new AnswerField(part.path("type").asText(TEXT), options);
    }

    boolean takes(Object answer) {
        if (answer == null) {
            return true;
        }
        return switch (type) {
            case "number" -> answer instanceof Number;
            case "checkbox" -> answer instanceof Boolean;
            case "radio", "select" ->
                answer instanceof String choice && (options.isEmpty() || choice.isEmpty() || options.contains(choice));
            default -> answer instanceof String;
        };
    }
}
