package cn.gdpilot.packaged;

import cn.gdpilot.PageProbe;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.OfficerClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Uploads a video over loopback to the packaged jar ({@code -Xmx256m}), by the plain {@code PUT} and by tus in the page's
 * pieces of 16 MB, beside {@code cp} and {@code sha256sum} of the same file in the same run. Prints seconds and ratios, the
 * bytes that the server wrote to disk for each byte of the file, and the peak of its heap and of its memory. At the end both
 * ways at once into two applications, with pages asked for meanwhile.
 *
 * <p>By hand: {@code ./mvnw -q package -DskipTests}, then {@code java -cp target/test-classes:target/classes:CLASSPATH
 * cn.gdpilot.packaged.UploadBench FOLDER [MB] [ROUNDS]} from the project's folder; 1024 MB and 3 rounds unless said. The
 * folder must lie on a disk (bytes written to a folder in memory are not counted) and needs three times the file.
 */
public final class UploadBench {

    private static final int PIECE = 16 << 20;
    private static final String CODE = "91440101MA0000000" + CreditCode.checkCharacter("91440101MA0000000");
    private static final String PASSWORD = "Testing-123";
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    private final Path folder;
    private final long bytes;
    private final Path source;

    private UploadBench(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
        this.source = folder.resolve("video.mp4");
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "upload-bench");
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1024;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        try {
            new UploadBench(folder, megabytes << 20).run(rounds);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run(int rounds) throws Exception {
        video();
        try (RunningJar server = RunningJar.start(folder, "-Xmx256m", "-Xlog:gc:file=gc.log")) {
            String application = application(server.address());
            System.out.printf(
                    "%d MB%n%5s  %16s  %8s  %8s  %17s  %17s%n",
                    bytes >> 20, "round", "cp + sha256sum", "+ sync", "way", "seconds (ratio)", "written/file size");
            for (int round = 1; round <= rounds; round++) {
                double copied = timed(() -> shell("cp video.mp4 copy.mp4 && sha256sum copy.mp4 > sums"));
                double synced =
                        timed(() -> shell("cp video.mp4 copy.mp4 && sync copy.mp4 && sha256sum copy.mp4 > sums"));
                Files.delete(folder.resolve("copy.mp4"));
                measure(round, copied, synced, "PUT", server, client -> put(client, application));
                measure(round, copied, synced, "tus", server, client -> tus(client, application));
            }
            besideEachOther(server, application);
            System.out.printf(
                    "heap at its peak %d MB of 256 MB; memory of the process at its peak %d MB%n",
                    heapPeak(), status(server.pid(), "VmHWM") >> 10);
        }
    }

    private void measure(int round, double copied, double synced, String way, RunningJar server, Upload upload)
            throws Exception {
        mark(round + way);
        long before = written(server.pid());
        double seconds = sent(server, upload);
        double factor = (written(server.pid()) - before) / (double) bytes;
        System.out.printf(
                "%5d  %14.1f s  %6.1f s  %8s  %8.1f s (%.2f)  %17.3f%n",
                round, copied, synced, way, seconds, seconds / copied, factor);
        forget();
    }

    private void besideEachOther(RunningJar server, String application) throws Exception {
        ApplicantClient applicant = new ApplicantClient(server.address(), CODE, PASSWORD);
        String second = applicant
                .begin(Map.of("unit", "city-440100", "projectName", "同时上传"))
                .ok()
                .json()
                .path("id")
                .asText();
        mark("beside");
        OfficerClient officer = new OfficerClient(server.address(), "dept-44", "demo");
        ExecutorService applicants = Executors.newFixedThreadPool(2);
        try (PageProbe probe = new PageProbe(officer, List.of("/", "/letters"))) {
            Future<Double> put = applicants.submit(() -> sent(server, client -> put(client, application)));
            Future<Double> tus = applicants.submit(() -> sent(server, client -> tus(client, second)));
            System.out.printf(
                    "both at once: PUT %.1f s, tus %.1f s; pages meanwhile: %d, p95 %.0f ms%n",
                    put.get(), tus.get(), probe.count(), probe.p95());
        } finally {
            applicants.shutdown();
        }
        forget();
    }

    private double sent(RunningJar server, Upload upload) throws Exception {
        try (LoopbackSender client = new LoopbackSender(server.address(), CODE, PASSWORD)) {
            return timed(() -> upload.send(client));
        }
    }

    private void put(LoopbackSender client, String application) throws IOException {
        client.send(
                "PUT", "/api/applications/" + application + "/materials/VIDEO?name=video.mp4", source, 0, bytes, 200);
    }

    private void tus(LoopbackSender client, String application) throws IOException {
        String upload = client.begin("/api/applications/" + application + "/uploads", "VIDEO", "video.mp4", bytes);
        for (long at = 0; at < bytes; at += PIECE) {
            client.send("PATCH", upload, source, at, Math.min(PIECE, bytes - at), 204);
        }
    }

    private static String application(URI address) {
        ApplicantClient applicant = new ApplicantClient(address, CODE, PASSWORD);
        applicant
                .register(Map.of(
                        "creditCode", CODE,
                        "name", "上传测试单位",
                        "applicantType", "INDUSTRIAL",
                        "city", "广州市",
                        "contactName", "联系人",
                        "contactPhone", "020-12345678",
                        "contactEmail", "company@example.org",
                        "password", PASSWORD))
                .ok();
        JsonNode begun = applicant
                .begin(Map.of("unit", "city-440100", "projectName", "上传速度"))
                .ok()
                .json();
        return begun.path("id").asText();
    }

    /** The sample video, made longer in bytes by a box that nobody reads. */
    private void video() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("src/samples/materials/video-330s.mp4"));
        long filling = bytes - sample.length;
        Random random = new Random(3);
        byte[] buffer = new byte[1 << 20];
        try (var out = Files.newOutputStream(source)) {
            out.write(sample);
            out.write(ByteBuffer.allocate(16)
                    .putInt(1)
                    .put("free".getBytes(StandardCharsets.US_ASCII))
                    .putLong(filling)
                    .array());
            for (long left = filling - 16; left > 0; left -= buffer.length) {
                random.nextBytes(buffer);
                out.write(buffer, 0, (int) Math.min(buffer.length, left));
            }
        }
    }

    /** Another content each time, since the same content is kept once. */
    private void mark(String words) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
            file.seek(bytes - 16);
            file.write("%-16s".formatted(words).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Makes room: what was measured is not needed again. */
    private void forget() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/store"))) {
            files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        }
    }

    private long heapPeak() throws IOException {
        long peak = 0;
        Matcher collected = COLLECTED.matcher(Files.readString(folder.resolve("gc.log")));
        while (collected.find()) {
            peak = Math.max(peak, Long.parseLong(collected.group(1)));
        }
        return peak;
    }

    /** Bytes that the process has caused to be written to disk. */
    private static long written(long pid) throws IOException {
        return number(Path.of("/proc", String.valueOf(pid), "io"), "write_bytes");
    }

    private static long status(long pid, String name) throws IOException {
        return number(Path.of("/proc", String.valueOf(pid), "status"), name);
    }

    private static long number(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private void shell(String command) throws IOException, InterruptedException {
        if (new ProcessBuilder("sh", "-c", command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException(command);
        }
    }

    private static double timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private interface Work {
        void run() throws Exception;
    }

    private interface Upload {
        void send(LoopbackSender client) throws IOException;
    }
}
