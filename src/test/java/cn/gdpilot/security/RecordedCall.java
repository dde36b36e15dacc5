package cn.gdpilot.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A call as it was recorded.
 *
 * @param who    kind of person
 * @param method HTTP method
 * @param path   address with its query
 * @param kind   json, form, raw, or - for no body
 * @param body   content, or empty
 */
record RecordedCall(String who, String method, String path, String kind, String body) {

    static List<RecordedCall> all() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/security/traffic.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 5))
                .map(words ->
                        new RecordedCall(words[0], words[1], words[2], words[3], words.length > 4 ? words[4] : ""))
                .toList();
    }

    RecordedCall with(Map<String, String> keys) {
        String address = path;
        String content = body;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            address = address.replace(key.getKey(), key.getValue());
            content = content.replace(key.getKey(), key.getValue());
        }
        return new RecordedCall(who, method, address, kind, content);
    }

    RecordedCall atPath(String other) {
        return new RecordedCall(who, method, other, kind, body);
    }

    RecordedCall withBody(String other) {
        return new RecordedCall(who, method, path, kind, other);
    }

    RecordedCall byMethod(String other) {
        return new RecordedCall(who, other, path, kind, body);
    }

    String contentType() {
        return switch (kind) {
            case "json" -> "application/json";
            case "form" -> "application/x-www-form-urlencoded";
            default -> "application/octet-stream";
        };
    }
}
