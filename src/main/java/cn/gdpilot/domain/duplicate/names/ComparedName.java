package cn.gdpilot.domain.duplicate.names;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A project's name made ready for comparison.
 *
 * @param raw       as the applicant wrote it
 * @param key       the letters that are left when generic words are dropped
 * @param places    place of each letter of the key in the raw name
 * @param pairs     the key's neighbouring letters, sorted, each as one number
 * @param singles   the key's letters, sorted
 * @param contrasts words that exclude others, by group
 */
public record ComparedName(
        String raw, String key, int[] places, Weighted pairs, Weighted singles, Map<String, Set<String>> contrasts) {

    /**
     * A sorted bag of numbers, each with its weight.
     *
     * @param codes   sorted
     * @param weights beside each code
     * @param total   sum of the weights
     */
    public record Weighted(int[] codes, float[] weights, double total) {

        private static final double TELLING = 0.5;
        private static final int LEAST_TELLING = 3;

        /** The codes that tell projects apart: those of full weight, or all where there are few of them. */
        public int[] telling() {
            int[] full = IntStream.range(0, codes.length)
                    .filter(i -> weights[i] > TELLING)
                    .map(i -> codes[i])
                    .toArray();
            return full.length < LEAST_TELLING ? codes : full;
        }

        /** The weight of what both bags have. */
        public double shared(Weighted other) {
            double shared = 0;
            int i = 0;
            int k = 0;
            while (i < codes.length && k < other.codes.length) {
                if (codes[i] == other.codes[k]) {
                    shared += (weights[i++] + other.weights[k++]) / 2.0;
                } else if (codes[i] < other.codes[k]) {
                    i++;
                } else {
                    k++;
                }
            }
            return shared;
        }
    }
}
