package cn.gdpilot.duplicate;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project's name as it is compared: full width made half, punctuation and the field's generic words dropped. */
public final class ProjectName {

    private static final List<String> GENERIC_WORDS =
            List.of("工业互联网", "试点示范", "项目", "建设", "应用", "平台", "示例");

    private ProjectName() {}

    /** The comparable form; of a name that consists of generic words only, the name without punctuation. */
    public static String key(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase()
                .replaceAll("[\\p{P}\\p{S}\\s]", "");
        String rest = letters;
        for (String word : GENERIC_WORDS) {
            rest = rest.replace(word, "");
        }
        return rest.isEmpty() ? letters : rest;
    }

    /** Dice coefficient of the two keys' character bigrams: 0 = nothing shared, 1 = equal. */
    public static double similarity(String first, String second) {
        String one = key(first);
        String other = key(second);
        if (one.equals(other)) {
            return 1;
        }
        Map<String, Integer> bigrams = bigrams(one);
        int shared = 0;
        for (Map.Entry<String, Integer> bigram : bigrams(other).entrySet()) {
            shared += Math.min(bigram.getValue(), bigrams.getOrDefault(bigram.getKey(), 0));
        }
        int total = Math.max(one.length() - 1, 0) + Math.max(other.length() - 1, 0);
        return total == 0 ? 0 : 2.0 * shared / total;
    }

    private static Map<String, Integer> bigrams(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            counts.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return counts;
    }
}
