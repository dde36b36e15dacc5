package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Checksums;
import cn.gdpilot.domain.disc.image.Hashes;
import cn.gdpilot.domain.disc.image.Layout;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Packs 8 projects of 700 MB as zip and as .iso, beside {@code zip -0} and {@code sha256sum} of the same tree in the same
 * run; by hand, see docs/figures.md. Needs 12 GB in the folder that is its argument, and takes all of it away again.
 */
public final class DiscBench {

    private static final int PROJECTS = 8;
    private static final int ROUNDS = 2;

    private DiscBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "disc-bench");
        long size = arguments.length > 1 ? Long.parseLong(arguments[1]) : 700_000_000L;
        try {
            DiscSet discs = discs(folder.resolve("tree"), size);
            for (int round = 1; round <= ROUNDS; round++) {
                double theirs = timed(() -> shell(
                        folder, "rm -f out.zip out.iso && zip -q -0 -r out.zip tree && sha256sum tree/* > out.sums"));
                Files.delete(folder.resolve("out.zip"));
                double zip = timed(() -> write(discs.volume(null).zip(), folder.resolve("out.zip")));
                double iso = timed(() -> write(discs.volume(null).iso(), folder.resolve("out.iso")));
                System.out.printf(
                        "round %d: zip -0 + sha256sum %.1f s; our zip %.1f s (%.2f); our iso %.1f s (%.2f)%n",
                        round, theirs, zip, zip / theirs, iso, iso / theirs);
            }
            heap(discs);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void heap(DiscSet discs) throws IOException {
        System.gc();
        long idle = used(false);
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        discs.volume(null)
                .zip()
                .write(
                        OutputStream.nullOutputStream(),
                        0,
                        discs.volume(null).zip().size());
        System.out.printf(
                "heap: idle %d MB, peak %d MB, with -Xmx%d MB%n",
                idle >> 20, used(true) >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    private static long used(boolean peak) {
        return heapPools()
                .mapToLong(pool -> (peak ? pool.getPeakUsage() : pool.getUsage()).getUsed())
                .sum();
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static DiscSet discs(Path tree, long size) throws Exception {
        Files.createDirectories(tree);
        Map<String, Path> stored = new HashMap<>();
        List<DiscProject> projects = new ArrayList<>();
        for (int i = 1; i <= PROJECTS; i++) {
            Path file = tree.resolve("video-" + i + ".mp4");
            String sha256 = fill(file, size, i);
            stored.put(sha256, file);
            Material material = new Material(
                    i,
                    "GD-" + i,
                    MaterialKind.VIDEO,
                    "视频.mp4",
                    "mp4",
                    size,
                    sha256,
                    300,
                    DiscFixture.SIGNED,
                    null,
                    null,
                    null,
                    null);
            projects.add(new DiscProject("GD-" + i, "项目" + i, "单位", List.of(material)));
        }
        DiscList list = new DiscList("bench", "推荐材料", "单位", DiscFixture.SIGNED, projects, List.of());
        return new DiscSet(
                list, Long.MAX_VALUE, material -> from -> open(stored.get(material.sha256()), from), new Remembered());
    }

    private static InputStream open(Path file, long from) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(from);
        return in;
    }

    private static String fill(Path file, long size, int seed) throws IOException {
        Random random = new Random(seed);
        byte[] buffer = new byte[1 << 20];
        MessageDigest digest = Hashes.digest();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= buffer.length) {
                random.nextBytes(buffer);
                int length = (int) Math.min(buffer.length, left);
                out.write(buffer, 0, length);
                digest.update(buffer, 0, length);
            }
        }
        return Hashes.hex(digest);
    }

    private static void write(Layout image, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            image.write(out, 0, image.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shell(Path folder, String command) {
        try {
            if (new ProcessBuilder("sh", "-c", command)
                            .directory(folder.toFile())
                            .inheritIO()
                            .start()
                            .waitFor()
                    != 0) {
                throw new IllegalStateException(command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static final class Remembered implements Checksums {

        private final Map<String, Long> crcs = new HashMap<>();

        @Override
        public OptionalLong known(String sha256) {
            return crcs.containsKey(sha256) ? OptionalLong.of(crcs.get(sha256)) : OptionalLong.empty();
        }

        @Override
        public void learn(String sha256, long crc32) {
            crcs.put(sha256, crc32);
        }
    }
}
