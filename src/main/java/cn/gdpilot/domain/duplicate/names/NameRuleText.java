package cn.gdpilot.domain.duplicate.names;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Words and weights as people write them.
 *
 * @param generic  words that are dropped
 * @param light    words that count less
 * @param legal    words of a company's name that do not tell companies apart
 * @param rewrite  variants and former names, each with the word that stands for it
 * @param contrast words that exclude each other, each with its group
 * @param weights  figures by name
 */
public record NameRuleText(
        Set<String> generic,
        Set<String> light,
        Set<String> legal,
        Map<String, String> rewrite,
        Map<String, String> contrast,
        Map<String, Double> weights) {

    private static final CSVFormat WORDS =
            CSVFormat.DEFAULT.builder().setHeader("kind", "word", "means").get();
    private static final CSVFormat WEIGHTS =
            CSVFormat.DEFAULT.builder().setHeader("name", "value").get();

    static NameRuleText of(List<CSVRecord> words, List<CSVRecord> weights) {
        Map<String, Set<String>> lists = new HashMap<>();
        Map<String, String> rewrite = new LinkedHashMap<>();
        Map<String, String> contrast = new LinkedHashMap<>();
        for (CSVRecord row : words) {
            switch (row.get("kind")) {
                case "rewrite" -> rewrite.put(row.get("word"), row.get("means"));
                case "contrast" -> contrast.put(row.get("word"), row.get("means"));
                default ->
                    lists.computeIfAbsent(row.get("kind"), kind -> new LinkedHashSet<>())
                            .add(row.get("word"));
            }
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        weights.forEach(row -> figures.put(row.get("name"), Double.valueOf(row.get("value"))));
        return new NameRuleText(
                lists.getOrDefault("generic", Set.of()),
                lists.getOrDefault("light", Set.of()),
                lists.getOrDefault("legal", Set.of()),
                rewrite,
                contrast,
                figures);
    }

    /** What was kept by {@link #words()} and {@link #weightLines()}. */
    static NameRuleText parsed(String words, String weights) {
        return of(rows(WORDS, words), rows(WEIGHTS, weights));
    }

    String words() {
        return written(WORDS, printer -> {
            for (String word : generic) {
                printer.printRecord("generic", word, "");
            }
            for (String word : light) {
                printer.printRecord("light", word, "");
            }
            for (String word : legal) {
                printer.printRecord("legal", word, "");
            }
            for (Map.Entry<String, String> one : rewrite.entrySet()) {
                printer.printRecord("rewrite", one.getKey(), one.getValue());
            }
            for (Map.Entry<String, String> one : contrast.entrySet()) {
                printer.printRecord("contrast", one.getKey(), one.getValue());
            }
        });
    }

    String weightLines() {
        return written(WEIGHTS, printer -> {
            for (Map.Entry<String, Double> one : weights.entrySet()) {
                printer.printRecord(one.getKey(), one.getValue());
            }
        });
    }

    /** Made ready for comparing. */
    public NameRules rules() {
        Map<String, String> stands = new HashMap<>();
        rewrite.forEach((word, means) -> stands.put(Letters.plain(word), Letters.plain(means)));
        Map<String, String> groups = new HashMap<>();
        contrast.forEach((word, group) -> groups.put(Letters.plain(word), group));
        return NameRules.of(
                plain(generic),
                plain(light),
                plain(legal).stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList(),
                stands,
                groups,
                weights);
    }

    /** What is different from an earlier text: one line for each list that was changed. */
    List<Change> changesSince(NameRuleText before) {
        List<Change> changes = new ArrayList<>();
        add(changes, "generic", before.generic, generic);
        add(changes, "light", before.light, light);
        add(changes, "legal", before.legal, legal);
        add(changes, "rewrite", pairs(before.rewrite), pairs(rewrite));
        add(changes, "contrast", pairs(before.contrast), pairs(contrast));
        add(changes, "weights", figures(before.weights), figures(weights));
        return changes;
    }

    private static void add(List<Change> changes, String list, Set<String> before, Set<String> now) {
        List<String> gone = before.stream().filter(word -> !now.contains(word)).toList();
        List<String> come = now.stream().filter(word -> !before.contains(word)).toList();
        if (!gone.isEmpty() || !come.isEmpty()) {
            changes.add(new Change(list, come, gone));
        }
    }

    private static Set<String> pairs(Map<String, String> map) {
        Set<String> pairs = new LinkedHashSet<>();
        map.forEach((word, means) -> pairs.add(word + "=" + means));
        return pairs;
    }

    private static Set<String> figures(Map<String, Double> map) {
        Set<String> figures = new LinkedHashSet<>();
        map.forEach((name, value) -> figures.add(name + "=" + value));
        return figures;
    }

    private static Set<String> plain(Set<String> words) {
        Set<String> plain = new LinkedHashSet<>();
        words.forEach(word -> plain.add(Letters.plain(word)));
        return plain;
    }

    private static List<CSVRecord> rows(CSVFormat format, String text) {
        try (CSVParser parser = format.parse(new StringReader(text))) {
            return parser.getRecords().stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(CSVFormat format, Lines lines) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = format.print(text)) {
            lines.print(printer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private interface Lines {
        void print(CSVPrinter printer) throws IOException;
    }

    /**
     * A list that was changed.
     *
     * @param list generic, light, legal, rewrite, contrast or weights
     * @param come what is new in it
     * @param gone what is no longer in it
     */
    public record Change(String list, List<String> come, List<String> gone) {}
}
