package cn.gdpilot.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar in a process of its own, which can be killed. */
final class RunningJar implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ready: (http://\\S+)");
    private static final Path JAR = Path.of("target", "gdpilot.jar").toAbsolutePath();

    /** It lives for half a minute: what the second compiler and parallel collectors save, they cost. */
    static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final URI address;

    private RunningJar(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it in that folder and waits until it answers. */
    static RunningJar start(Path folder, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(SHORT_LIFE);
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-jar", JAR.toString(), "--server.port=0"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> printed = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread drain = new Thread(() -> output.lines().forEach(printed::add));
                drain.setDaemon(true);
                drain.start();
                return new RunningJar(process, URI.create(ready.group(1).replaceAll("/+$", "")));
            }
        }
        throw new AssertionError("The application ended before it was ready:\n" + String.join("\n", printed));
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
