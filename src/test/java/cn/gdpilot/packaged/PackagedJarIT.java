package cn.gdpilot.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started from an empty folder as an operator would: {@code java -jar gdpilot.jar}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PackagedJarIT {

    private static final Pattern READY = Pattern.compile("Ready: (http://\\S+)");
    private static final Path JAR = Path.of("target", "gdpilot.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    @DisplayName("a first start brings models, a round and its pages; a second one finds them and adds nothing")
    void firstAndSecondStart() throws Exception {
        List<String> first = startAndLook();
        Map<String, String> deployed = deployed();
        assertThat(first)
                .anyMatch(line -> line.contains("Demo sign-ins"))
                .anyMatch(line -> line.contains("city-440100"));
        assertThat(deployed).isEqualTo(models());
        int rounds = count("select count(*) from campaign_round");
        assertThat(rounds).isEqualTo(1);

        startAndLook();

        assertThat(count("select count(*) from act_re_deployment")).isEqualTo(1);
        assertThat(count("select count(*) from campaign_round")).isEqualTo(rounds);
        assertThat(count("select count(*) from act_re_procdef"))
                .isEqualTo(deployed.keySet().stream()
                        .filter(name -> name.endsWith(".bpmn"))
                        .count());
        assertThat(count("select count(*) from act_re_decision_def"))
                .isEqualTo(deployed.keySet().stream()
                        .filter(name -> name.endsWith(".dmn"))
                        .count());
    }

    /** Starts it, opens a few pages, ends it; what it printed. */
    private List<String> startAndLook() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(RunningJar.SHORT_LIFE);
        command.addAll(List.of("-jar", JAR.toString(), "--server.port=0"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            List<String> printed = new ArrayList<>();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            URI address = untilReady(output, printed);
            assertThat(get(address.resolve("/login")).body()).contains("登录");
            assertThat(get(address.resolve("/receipts")).statusCode()).isEqualTo(200);
            assertThat(get(address.resolve("/actuator/health")).body()).contains("UP");
            process.toHandle().destroy(); // A polite end; the output stays readable.
            output.lines().forEach(printed::add);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(printed).noneMatch(line -> line.contains(" ERROR "));
            return printed;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Reads until the address is printed and the sign-ins after it. */
    private static URI untilReady(BufferedReader output, List<String> printed) throws IOException {
        URI address = null;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                address = URI.create(ready.group(1));
            }
            if (address != null && line.contains("camunda-admin")) {
                return address;
            }
        }
        throw new AssertionError("The application ended before it was ready:\n" + String.join("\n", printed));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** What the engine has: name and content of each model and form. */
    private Map<String, String> deployed() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection database = database();
                ResultSet rows = database.createStatement()
                        .executeQuery(
                                "select name_, bytes_ from act_ge_bytearray where deployment_id_ is not null and generated_ = false")) {
            while (rows.next()) {
                found.put(rows.getString(1), new String(rows.getBytes(2), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** What designers edit. */
    private static Map<String, String> models() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String each : List.of("processes", "forms")) {
            try (Stream<Path> inside = Files.list(Path.of(each))) {
                for (Path file : inside.filter(one -> one.toString().matches(".*\\.(bpmn|dmn|form)"))
                        .toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private int count(String sql) throws SQLException {
        try (Connection database = database();
                ResultSet rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("data").resolve("pilot"), "sa", "");
    }
}
