package cn.gdpilot.domain.duplicate.names;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Reads duplicate-words.csv and duplicate-weights.csv, and reads them again when the operator has changed one. */
@Component
public class NameRuleFiles implements NameRuleSource {

    public static final String WORDS = "duplicate-words.csv";
    public static final String WEIGHTS = "duplicate-weights.csv";

    private final ReferenceFiles files;
    private volatile Reading last;

    public NameRuleFiles(ReferenceFiles files) {
        this.files = files;
    }

    @Override
    public NameRules current() {
        return reading().rules();
    }

    /** The lists as they stand now. */
    NameRuleText text() {
        return reading().text();
    }

    /** A sum over words and weights: tells one state of the files from another. */
    String sum() {
        CRC32 sum = new CRC32();
        NameRuleText text = text();
        sum.update((text.words() + text.weightLines()).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    /** What each weight means, in the order of the list. */
    Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        files.rows(WEIGHTS).forEach(row -> meanings.put(row.get("name"), row.get("meaning")));
        return meanings;
    }

    private Reading reading() {
        long changedAt = Math.max(files.changedAt(WORDS), files.changedAt(WEIGHTS));
        Reading reading = last;
        if (reading == null || reading.changedAt() != changedAt) {
            NameRuleText text = NameRuleText.of(files.rows(WORDS), files.rows(WEIGHTS));
            reading = new Reading(changedAt, text, text.rules());
            last = reading;
        }
        return reading;
    }

    private record Reading(long changedAt, NameRuleText text, NameRules rules) {}
}
