package cn.gdpilot.domain.duplicate.names;

import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Reads duplicate-words.csv and duplicate-weights.csv, and reads them again when the operator has changed one. */
@Component
public class NameRuleFiles implements NameRuleSource {

    public static final String WORDS = "duplicate-words.csv";
    public static final String WEIGHTS = "duplicate-weights.csv";

    private final ReferenceFiles files;
    private final Edited<Reading> reading;

    public NameRuleFiles(ReferenceFiles files) {
        this.files = files;
        this.reading = files.edited(List.of(WORDS, WEIGHTS), NameRuleFiles::read);
    }

    @Override
    public NameRules current() {
        return reading.value().rules();
    }

    /** The lists as they stand now. */
    NameRuleText text() {
        return reading.value().text();
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

    private static Reading read(ReferenceFiles.Lists lists) {
        NameRuleText text = NameRuleText.of(lists.rows(WORDS), lists.rows(WEIGHTS));
        return new Reading(text, text.rules());
    }

    private record Reading(NameRuleText text, NameRules rules) {}
}
