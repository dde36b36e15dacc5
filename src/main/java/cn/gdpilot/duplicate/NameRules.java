package cn.gdpilot.duplicate;

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
 */
record NameRules(
        Set<String> generic,
        Set<String> light,
        List<String> legalForms,
        Map<String, String> rewritten,
        Map<String, String> contrasts,
        Map<String, Double> weights) {

    /**
     * A figure of the list of weights.
     *
     * @throws IllegalStateException if the list has no line of that name
     */
    double weight(String name) {
        Double value = weights.get(name);
        if (value == null) {
            throw new IllegalStateException("duplicate-weights.csv has no line " + name);
        }
        return value;
    }
}
