package cn.gdpilot.domain.duplicate;

import java.util.Arrays;
import java.util.List;

/**
 * Which projects are worth comparing with which, without looking at all pairs: those that share an exact key (credit
 * code, applicant, project name, rare file) or a band of a MinHash signature over their names' letter pairs.
 */
final class NeighbourIndex {

    private static final int BANDS = 32;
    private static final int ROWS = 3;
    private static final int NUMBER_BITS = 24;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    /** A key that more share is no key: what everybody has tells nothing. */
    private static final int CROWD = 400;

    private final long[][] keys;
    private final long[] entries;

    NeighbourIndex(List<Prepared> all) {
        keys = all.parallelStream().map(NeighbourIndex::keys).toArray(long[][]::new);
        entries = new long[Arrays.stream(keys).mapToInt(own -> own.length).sum()];
        int next = 0;
        for (int i = 0; i < keys.length; i++) {
            for (long key : keys[i]) {
                entries[next++] = key & ~NUMBER | i;
            }
        }
        Arrays.parallelSort(entries);
    }

    /** The numbers of the projects that share a key with this one, itself included if it is indexed; in order, each once. */
    int[] near(Prepared one) {
        return near(keys(one));
    }

    /** The same for an indexed project. */
    int[] near(int number) {
        return near(keys[number]);
    }

    private int[] near(long[] of) {
        int[] near = new int[64];
        int count = 0;
        for (long key : of) {
            long base = key & ~NUMBER;
            int from = Arrays.binarySearch(entries, base);
            from = from < 0 ? -from - 1 : from;
            int to = from;
            while (to < entries.length && (entries[to] & ~NUMBER) == base && to - from <= CROWD) {
                to++;
            }
            if (to - from > CROWD) {
                continue;
            }
            if (count + to - from > near.length) {
                near = Arrays.copyOf(near, 2 * (count + to - from));
            }
            for (int i = from; i < to; i++) {
                near[count++] = (int) (entries[i] & NUMBER);
            }
        }
        return distinct(near, count);
    }

    private static int[] distinct(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }

    private static long[] keys(Prepared one) {
        long[] keys = new long[BANDS + 3 + one.rareFiles().size()];
        bands(one.name().pairs().telling(), keys);
        int next = BANDS;
        keys[next++] = exact("code", one.candidate().creditCode());
        keys[next++] = exact("company", one.company());
        keys[next++] = exact("name", one.name().key());
        for (String file : one.rareFiles()) {
            keys[next++] = exact("file", file);
        }
        return keys;
    }

    private static void bands(int[] pairs, long[] keys) {
        for (int band = 0; band < BANDS; band++) {
            long key = band + 1;
            for (int row = 0; row < ROWS; row++) {
                long least = Long.MAX_VALUE;
                long seed = mixed(band * ROWS + row + 7919L);
                for (int pair : pairs) {
                    least = Math.min(least, mixed(pair ^ seed));
                }
                key = mixed(key * 31 + least);
            }
            keys[band] = key;
        }
    }

    private static long exact(String kind, String text) {
        long hash = kind.hashCode();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1099511628211L + text.charAt(i);
        }
        return mixed(hash);
    }

    /** SplitMix64's last step: every bit depends on every bit. */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
