package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.names.NameRuleFiles;
import cn.gdpilot.domain.duplicate.names.NameRules;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/** Time and memory of the search, beside all pairs: {@code mvn test-compile exec} or a JVM with the test class path; see docs/figures.md. */
public final class DuplicateBench {

    private DuplicateBench() {}

    public static void main(String[] arguments) {
        run(1_000, false);
        int[] sizes = arguments.length == 0
                ? new int[] {1_000, 10_000, 100_000}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            run(size, true);
        }
    }

    /** Of all threads: on a machine that others use, nearer to the work done than the clock on the wall. */
    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static void run(int size, boolean shown) {
        List<Candidate> all = DuplicateSearchTest.crowd(size, 11);
        long start = System.nanoTime();
        double cpu = cpuSeconds();
        List<Match> matches = DuplicateSearchFixture.search().among(all, (one, other) -> true);
        double seconds = (System.nanoTime() - start) / 1e9;
        cpu = cpuSeconds() - cpu;
        long found = matches.stream()
                .filter(match -> match.evidence().similarity() >= 0.75)
                .count();
        if (!shown) {
            return;
        }
        System.out.printf(
                "%,d projects: index %.2f s (%.2f s of processors), %d pairs from 0.75 on%n",
                size, seconds, cpu, found);
        lookUp(all);
        if (size <= 1_000 || size <= 10_000 && System.getProperty("naive") != null) {
            start = System.nanoTime();
            int naive = NaiveSearch.pairs(all, 0.75).size();
            System.out.printf(
                    "%,d projects: all pairs %.2f s, %d pairs%n", size, (System.nanoTime() - start) / 1e9, naive);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap in use %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void lookUp(List<Candidate> all) {
        NameRules rules = new NameRuleFiles(
                        new cn.gdpilot.domain.text.ReferenceFiles(java.nio.file.Path.of("content/reference")))
                .current();
        List<Prepared> prepared = DuplicateSearch.prepare(all, rules);
        NeighbourIndex index = new NeighbourIndex(prepared);
        Comparer comparer = new Comparer(rules);
        double sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            Prepared one = prepared.get(i * (all.size() / 1_000));
            for (int k : index.near(one)) {
                sum += comparer.similarity(one.name(), prepared.get(k).name());
            }
        }
        System.out.printf("one look-up %.3f ms (%.0f)%n", (System.nanoTime() - start) / 1e9, sum);
    }
}
