package cn.gdpilot.domain.duplicate.names;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads words and weights from what an officer typed, one word a line; whatever can not be is told by its line. */
public final class NameRuleForm {

    private static final int MOST_WORDS = 5000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GROUP = 10;
    private static final int SHOWN = 30;
    /** A count, where all other weights are shares. */
    private static final String CROWD = "file-shared-by-at-most";

    private static final double LARGEST_CROWD = 1000;

    private NameRuleForm() {}

    /**
     * Words and weights of a filled-in form.
     *
     * @param fields  by the names of {@link NameRuleText}'s lists; a weight by "weight." and its name
     * @param weights names of the weights that there are
     * @throws Refusal if a line is no word, a word stands where it excludes itself, or a figure is none or out of range
     */
    public static NameRuleText read(Map<String, String> fields, Set<String> weights) {
        NameRuleText text = new NameRuleText(
                words(fields, "generic", NameRules.LONGEST_WORD),
                words(fields, "light", NameRules.LONGEST_WORD),
                words(fields, "legal", LONGEST_NAME),
                pairs(fields, "rewrite", LONGEST_NAME, LONGEST_NAME),
                pairs(fields, "contrast", NameRules.LONGEST_WORD, LONGEST_GROUP),
                weights(fields, weights));
        check(text);
        return text;
    }

    private static void check(NameRuleText text) {
        int count = text.generic().size()
                + text.light().size()
                + text.legal().size()
                + text.rewrite().size()
                + text.contrast().size();
        if (count > MOST_WORDS) {
            throw Refusal.invalid("name-rules.many", MOST_WORDS);
        }
        text.generic().stream()
                .filter(word -> text.light().contains(word) || text.contrast().containsKey(word))
                .findFirst()
                .ifPresent(word -> {
                    throw Refusal.invalid("name-rules.both", word);
                });
        text.rewrite().forEach((word, means) -> {
            if (text.rewrite().containsKey(means)) {
                throw Refusal.invalid("name-rules.chain", word, means);
            }
        });
        if (text.weights().get("files-count-from") < text.weights().get("least-similarity")) {
            throw Refusal.invalid("name-rules.order");
        }
    }

    private static Set<String> words(Map<String, String> fields, String list, int longest) {
        Set<String> words = new LinkedHashSet<>();
        for (Line line : lines(fields, list)) {
            words.add(word(list, line, line.text(), longest));
        }
        return words;
    }

    private static Map<String, String> pairs(
            Map<String, String> fields, String list, int longestWord, int longestMeaning) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Line line : lines(fields, list)) {
            String[] parts = line.text().split("[=＝]", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw Refusal.invalid("name-rules.pair", Texts.label("name-rules", list), line.number(), line.start());
            }
            String word = word(list, line, parts[0].strip(), longestWord);
            String means = word(list, line, parts[1].strip(), longestMeaning);
            String other = pairs.put(word, means);
            if (Letters.plain(word).equals(Letters.plain(means)) || other != null && !other.equals(means)) {
                throw Refusal.invalid("name-rules.twice", Texts.label("name-rules", list), line.number(), word);
            }
        }
        return pairs;
    }

    private static String word(String list, Line line, String word, int longest) {
        if (word.length() > longest || Letters.plain(word).isEmpty() || word.matches(".*[,，;；=＝\"<>].*")) {
            throw Refusal.invalid(
                    "name-rules.word", Texts.label("name-rules", list), line.number(), longest, line.start());
        }
        return word;
    }

    private static List<Line> lines(Map<String, String> fields, String list) {
        String[] lines = fields.getOrDefault(list, "").split("\\R", -1);
        return IntStream.range(0, lines.length)
                .mapToObj(i -> new Line(i + 1, lines[i].strip()))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private static Map<String, Double> weights(Map<String, String> fields, Set<String> names) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String name : names) {
            String given = fields.getOrDefault("weight." + name, "").strip();
            boolean crowd = name.equals(CROWD);
            boolean figure = given.matches(crowd ? "\\d{1,4}(\\.0)?" : "\\d(\\.\\d{1,4})?");
            if (!figure
                    || Double.parseDouble(given) > (crowd ? LARGEST_CROWD : 1)
                    || crowd && Double.parseDouble(given) < 1) {
                throw Refusal.invalid(
                        crowd ? "name-rules.count" : "name-rules.share", Texts.label("weight", name), (int)
                                LARGEST_CROWD);
            }
            weights.put(name, Double.valueOf(given));
        }
        return weights;
    }

    /**
     * A line that somebody typed.
     *
     * @param number from 1
     * @param text   without blanks around it
     */
    private record Line(int number, String text) {

        /** Enough of it to find it again among hundreds. */
        String start() {
            return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        }
    }
}
