package cn.gdpilot.domain.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to a round's own questions as a row keeps them. */
final class ExtraAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> ANSWERS = new TypeReference<>() {};

    private ExtraAnswers() {}

    static Map<String, String> read(String kept) {
        try {
            return kept == null ? Map.of() : JSON.readValue(kept, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The answers with those that were given now; an empty one takes an answer away.
     *
     * @param given null if nothing was asked
     * @return null if there are none
     */
    static String written(Map<String, String> present, Map<String, String> given) {
        Map<String, String> all = merged(present, given);
        try {
            return all.isEmpty() ? null : JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> merged(Map<String, String> present, Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>(present);
        if (given != null) {
            all.putAll(given);
        }
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
