package cn.gdpilot.duplicate;

import cn.gdpilot.identity.ReferenceFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** Reads duplicate-words.csv and duplicate-weights.csv, and reads them again when an officer has changed one. */
@Component
class NameRuleFiles {

    static final String WORDS = "duplicate-words.csv";
    static final String WEIGHTS = "duplicate-weights.csv";

    private final ReferenceFiles files;
    private volatile Reading last;

    NameRuleFiles(ReferenceFiles files) {
        this.files = files;
    }

    /** The rules as the lists stand now. */
    NameRules current() {
        long changedAt = Math.max(files.changedAt(WORDS), files.changedAt(WEIGHTS));
        Reading reading = last;
        if (reading == null || reading.changedAt() != changedAt) {
            reading = new Reading(changedAt, read());
            last = reading;
        }
        return reading.rules();
    }

    private NameRules read() {
        Map<String, Set<String>> words = new HashMap<>();
        Map<String, String> rewritten = new HashMap<>();
        Map<String, String> contrasts = new HashMap<>();
        for (CSVRecord row : files.rows(WORDS)) {
            String word = Letters.plain(row.get("word"));
            switch (row.get("kind")) {
                case "rewrite" -> rewritten.put(word, Letters.plain(row.get("means")));
                case "contrast" -> contrasts.put(word, row.get("means"));
                default -> words.computeIfAbsent(row.get("kind"), kind -> new LinkedHashSet<>()).add(word);
            }
        }
        return NameRules.of(
                words.getOrDefault("generic", Set.of()),
                words.getOrDefault("light", Set.of()),
                longestFirst(words.getOrDefault("legal", new HashSet<>())),
                rewritten,
                contrasts,
                weights());
    }

    private Map<String, Double> weights() {
        Map<String, Double> weights = new HashMap<>();
        files.rows(WEIGHTS).forEach(row -> weights.put(row.get("name"), Double.valueOf(row.get("value"))));
        return weights;
    }

    private static List<String> longestFirst(Set<String> words) {
        return words.stream().sorted((one, other) -> other.length() - one.length()).toList();
    }

    private record Reading(long changedAt, NameRules rules) {}
}
