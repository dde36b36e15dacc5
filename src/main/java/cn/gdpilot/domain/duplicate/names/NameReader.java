package cn.gdpilot.domain.duplicate.names;

import cn.gdpilot.domain.duplicate.names.ComparedName.Weighted;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes names ready for comparison under one reading of the rules. */
public final class NameReader {

    private static final Pattern COUNTED = Pattern.compile(
            "(\\d+|[一二三四五六七八九十]+|[ivx]+)(期|号|阶段|线|车间|分厂|厂区|标段|批)|(?:期|号|阶段|线)(\\d+|[ivx]+)|(\\d+|[ivx]+)$");
    private static final String DIGITS = "一二三四五六七八九十";
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");
    /** Numbers of a company's name stay whole: the twelfth institute is not the twentieth. */
    private static final Pattern PARTS = Pattern.compile("[\\d一二三四五六七八九十百]+|.", Pattern.DOTALL);

    private final NameRules rules;
    private final double light;
    private final double brand;

    public NameReader(NameRules rules) {
        this.rules = rules;
        this.light = rules.weight("light-word");
        this.brand = rules.weight("own-name");
    }

    /** The company's name without legal form, former names replaced, in the order of its letters and numbers. */
    public String company(String name) {
        return PARTS.matcher(companyWords(name))
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.joining());
    }

    private String companyWords(String name) {
        String letters = Letters.plain(name);
        String known = rules.rewritten().getOrDefault(letters, letters);
        String rest = known;
        for (String form : rules.legalForms()) {
            rest = rest.replace(form, "");
        }
        rest = rules.rewritten().getOrDefault(rest, rest);
        return rest.isEmpty() ? known : rest;
    }

    /** The project's name; words of its applicant's own name count less. */
    public ComparedName project(String name, String applicant) {
        Letters letters = Letters.of(name);
        String own = companyWords(applicant);
        StringBuilder key = new StringBuilder();
        StringBuilder whole = new StringBuilder();
        int[] places = new int[letters.text().length() * 3 + 1];
        float[] weights = new float[places.length];
        for (int i = 0; i < letters.text().length(); ) {
            Word word = wordAt(letters.text(), i, own);
            whole.append(word.stands());
            for (int k = 0; word.weight() > 0 && k < word.stands().length() && key.length() < places.length; k++) {
                places[key.length()] = letters.place(i + Math.min(k, word.length() - 1));
                weights[key.length()] = (float) word.weight();
                key.append(word.stands().charAt(k));
            }
            i += word.length();
        }
        if (key.isEmpty()) {
            return bare(name, letters);
        }
        return ready(name, key.toString(), Arrays.copyOf(places, key.length()), weights, contrasts(whole.toString()));
    }

    /** A name of generic words only: they are all there is to compare. */
    private ComparedName bare(String name, Letters letters) {
        int[] places = new int[letters.text().length()];
        float[] weights = new float[places.length];
        Arrays.setAll(places, letters::place);
        Arrays.fill(weights, 1);
        return ready(name, letters.text(), places, weights, contrasts(letters.text()));
    }

    private Word wordAt(String text, int from, String own) {
        int left = text.length() - from;
        int listed = Math.min(rules.starts().longest(text.charAt(from)), left);
        int owned = longestOwn(text, from, own, Math.min(NameRules.LONGEST_WORD, left));
        for (int length = Math.max(listed, owned); length > 1; length--) {
            String word = text.substring(from, from + length);
            String stands = length <= listed ? rules.rewritten().get(word) : null;
            if (stands != null) {
                return new Word(length, stands, weight(stands, own));
            }
            if (length <= owned || isListed(word)) {
                return new Word(length, word, weight(word, own));
            }
        }
        String letter = text.substring(from, from + 1);
        return new Word(1, letter, rules.generic().contains(letter) ? 0 : 1);
    }

    private boolean isListed(String word) {
        return rules.generic().contains(word)
                || rules.light().contains(word)
                || rules.contrasts().containsKey(word);
    }

    /** How many letters from there on stand in the applicant's own name one after the other. */
    private static int longestOwn(String text, int from, String own, int most) {
        int longest = 0;
        for (int at = own.indexOf(text.charAt(from));
                at >= 0 && longest < most;
                at = own.indexOf(text.charAt(from), at + 1)) {
            int length = 1;
            while (length < most
                    && at + length < own.length()
                    && own.charAt(at + length) == text.charAt(from + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private double weight(String word, String own) {
        if (rules.generic().contains(word)) {
            return 0;
        }
        if (rules.contrasts().containsKey(word)) {
            return 1;
        }
        if (own.contains(word)) {
            return brand;
        }
        return rules.light().contains(word) ? light : 1;
    }

    private Map<String, Set<String>> contrasts(String letters) {
        Map<String, Set<String>> found = new HashMap<>();
        for (int i = 0; i < letters.length(); ) {
            int length = Math.min(rules.contrastStarts().longest(letters.charAt(i)), letters.length() - i);
            while (length > 1 && !rules.contrasts().containsKey(letters.substring(i, i + length))) {
                length--;
            }
            if (length > 1) {
                String word = letters.substring(i, i + length);
                found.computeIfAbsent(rules.contrasts().get(word), group -> new TreeSet<>())
                        .add(word);
            }
            i += Math.max(length, 1);
        }
        Matcher counted = COUNTED.matcher(letters);
        while (counted.find()) {
            String unit = counted.group(2) == null ? "" : counted.group(2);
            String number = counted.group(1) != null
                    ? counted.group(1)
                    : counted.group(3) != null ? counted.group(3) : counted.group(4);
            found.computeIfAbsent("#" + unit, group -> new TreeSet<>()).add(number(number));
        }
        return found;
    }

    private static String number(String text) {
        int roman = ROMAN.indexOf(text);
        if (roman >= 0) {
            return String.valueOf(roman + 1);
        }
        return text.length() == 1 && DIGITS.contains(text) ? String.valueOf(DIGITS.indexOf(text) + 1) : text;
    }

    private static ComparedName ready(
            String raw, String key, int[] places, float[] weights, Map<String, Set<String>> contrasts) {
        int[] singles = new int[key.length()];
        int[] pairs = new int[Math.max(key.length() - 1, 0)];
        float[] pairWeights = new float[pairs.length];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = key.charAt(i);
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = key.charAt(i) << 16 | key.charAt(i + 1);
            pairWeights[i] = (weights[i] + weights[i + 1]) / 2;
        }
        return new ComparedName(raw, key, places, sorted(pairs, pairWeights), sorted(singles, weights), contrasts);
    }

    private static Weighted sorted(int[] codes, float[] weights) {
        long[] both = new long[codes.length];
        double total = 0;
        for (int i = 0; i < codes.length; i++) {
            both[i] = (long) codes[i] << 32 | Float.floatToIntBits(weights[i]);
            total += weights[i];
        }
        Arrays.sort(both);
        int[] sortedCodes = new int[codes.length];
        float[] sortedWeights = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            sortedCodes[i] = (int) (both[i] >> 32);
            sortedWeights[i] = Float.intBitsToFloat((int) both[i]);
        }
        return new Weighted(sortedCodes, sortedWeights, total);
    }

    /** A word of the lists or a letter: how long it is, what stands for it, how much it counts. */
    private record Word(int length, String stands, double weight) {}
}
