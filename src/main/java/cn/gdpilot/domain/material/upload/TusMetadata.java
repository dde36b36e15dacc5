package cn.gdpilot.domain.material.upload;

import cn.gdpilot.domain.material.FileLabel;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The header Upload-Metadata of tus 1.0: keys in clear, values in Base64, pairs apart by commas. */
final class TusMetadata {

    private static final int LONGEST = 4000;

    private TusMetadata() {}

    /** @throws Refusal if it is too long or not Base64 */
    static Map<String, String> parse(String header) {
        if (header == null || header.length() > LONGEST) {
            throw Refusal.invalid("upload.metadata");
        }
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            for (String pair : header.split(",")) {
                String[] parts = pair.strip().split("\\s+", 2);
                String value = parts.length < 2 ? "" : parts[1].strip();
                values.put(parts[0], new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException broken) {
            throw Refusal.invalid("upload.metadata");
        }
        return values;
    }

    /** @throws Refusal if year or class are none, or not of that kind of material; what is not said is null in the label */
    static FileLabel label(MaterialKind kind, Map<String, String> values) {
        return FileLabel.parse(kind, values.get("year"), values.get("class"));
    }

    /** @throws Refusal if what it says of a file to be replaced is no key of one; null where it says nothing */
    static Long replaces(Map<String, String> values) {
        String key = values.getOrDefault("replaces", "");
        if (!key.matches("\\d{0,18}")) {
            throw Refusal.invalid("upload.metadata");
        }
        return key.isEmpty() ? null : Long.valueOf(key);
    }
}
