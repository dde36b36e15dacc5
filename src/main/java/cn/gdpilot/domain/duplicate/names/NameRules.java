package cn.gdpilot.domain.duplicate.names;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words and weights by which names are compared, as the officer's two lists say at this moment.
 *
 * @param generic     words that say nothing of a project and are dropped
 * @param light       words that many projects share and that count less
 * @param legalForms  words of a company's name that do not tell companies apart
 * @param rewritten   abbreviations, synonyms and former names, each with the word that stands for it
 * @param contrasts   words that exclude each other, each with its group: two sites, two trades
 * @param weights     figures by name, see duplicate-weights.csv
 * @param starts      with which letters the words of a project's name begin
 * @param contrastStarts the same of the contrasts alone
 */
public record NameRules(
        Set<String> generic,
        Set<String> light,
        List<String> legalForms,
        Map<String, String> rewritten,
        Map<String, String> contrasts,
        Map<String, Double> weights,
        WordStarts starts,
        WordStarts contrastStarts) {

    /** Longer words are not looked for. */
    static final int LONGEST_WORD = 12;

    static NameRules of(
            Set<String> generic,
            Set<String> light,
            List<String> legalForms,
            Map<String, String> rewritten,
            Map<String, String> contrasts,
            Map<String, Double> weights) {
        Set<String> all = new HashSet<>(generic);
        all.addAll(light);
        all.addAll(rewritten.keySet());
        all.addAll(contrasts.keySet());
        return new NameRules(
                generic,
                light,
                legalForms,
                rewritten,
                contrasts,
                weights,
                new WordStarts(all, LONGEST_WORD),
                new WordStarts(contrasts.keySet(), LONGEST_WORD));
    }

    /**
     * A figure of the list of weights.
     *
     * @throws IllegalStateException if the list has no line of that name
     */
    public double weight(String name) {
        Double value = weights.get(name);
        if (value == null) {
            throw new IllegalStateException("duplicate-weights.csv has no line " + name);
        }
        return value;
    }
}
