package cn.gdpilot.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar in a process of its own, which can be killed. */
public final class RunningJar implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ready: (http://\\S+)");
    private static final Path JAR = Path.of("target", "gdpilot.jar").toAbsolutePath();

    /** It lives for half a minute: what the second compiler and parallel collectors save, they cost. */
    private static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Four hashes of a start, and one of each call, were two fifths of its time. */
    private static final String FEW_ROUNDS = "--pilot.security.password-iterations=1000";

    private final Process process;
    private final URI address;
    private final List<String> printed;
    private final Thread reader;

    private RunningJar(Process process, URI address, List<String> printed, Thread reader) {
        this.process = process;
        this.address = address;
        this.printed = printed;
        this.reader = reader;
    }

    /** Starts it in that folder and waits until it answers. */
    public static RunningJar start(Path folder, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(SHORT_LIFE);
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-jar", JAR.toString(), "--server.port=0", FEW_ROUNDS));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> printed = new CopyOnWriteArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread reader = new Thread(() -> output.lines().forEach(printed::add));
                reader.setDaemon(true);
                reader.start();
                return new RunningJar(process, URI.create(ready.group(1).replaceAll("/+$", "")), printed, reader);
            }
        }
        throw new AssertionError("The application ended before it was ready:\n" + String.join("\n", printed));
    }

    public URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(1, TimeUnit.MINUTES);
    }

    /**
     * Asks it to end, as a service manager does, and waits a minute.
     *
     * @return whether it has ended
     */
    public boolean end() throws InterruptedException {
        process.toHandle().destroy(); // Its output stays readable.
        return process.waitFor(1, TimeUnit.MINUTES);
    }

    /** All lines that it has printed, after its end. */
    public List<String> printed() throws InterruptedException {
        reader.join(TimeUnit.MINUTES.toMillis(1));
        return List.copyOf(printed);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
