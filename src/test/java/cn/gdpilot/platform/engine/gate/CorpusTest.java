package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mistakes that a designer makes, each one change of a shipped file: refused with rule and element. And changes that a designer
 * may make: taken. The rows stand in {@code src/test/resources/gate}: what, file, text (a pattern), what it becomes, rule, element.
 */
class CorpusTest {

    private static final ModelGate GATE = CheckModels.gate(CheckedLists.of(Path.of(".")));
    private static final Map<String, byte[]> SHIPPED = shipped();

    static Stream<Arguments> bad() {
        return rows("bad.txt");
    }

    static Stream<Arguments> good() {
        return rows("good.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    @DisplayName("a mistake → refused with its rule, file, element and what to do")
    void refused(String what, String file, String was, String became, String rule, String element) {
        List<String> faults = GATE.faults(changed(file, was, became));

        assertThat(faults)
                .as(what)
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("[" + rule + "] 文件“").contains(element, "请"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    @DisplayName("a change that a designer may make → taken")
    void taken(String what, String file, String was, String became) {
        assertThat(GATE.faults(changed(file, was, became))).as(what).isEmpty();
    }

    @Test
    @DisplayName("a file of 20 MB → refused unread")
    void large() {
        assertThat(GATE.faults(Map.of("x.bpmn", new byte[20 * 1024 * 1024])))
                .singleElement()
                .asString()
                .startsWith("[A-01] 文件“x.bpmn”：超过 2 MB");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"site-check.bpmn", "video-length.dmn", "record-check.form"})
    @DisplayName("a file with a mark of its byte order, as some editors write it → taken")
    void byteOrder(String file) {
        Map<String, byte[]> files = new TreeMap<>(SHIPPED);
        files.put(
                file,
                ("\uFEFF" + new String(SHIPPED.get(file), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));

        assertThat(GATE.faults(files)).isEmpty();
    }

    @Test
    @DisplayName("everything that is shipped → taken, within a second once warm")
    void speed() {
        assertThat(GATE.faults(SHIPPED)).isEmpty();
        long begun = System.nanoTime();
        GATE.faults(SHIPPED);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    private static Map<String, byte[]> changed(String file, String was, String became) {
        Map<String, byte[]> files = new TreeMap<>(SHIPPED);
        files.keySet().removeIf(other -> !isNeeded(file, other));
        String text = new String(SHIPPED.get(file), StandardCharsets.UTF_8);
        Matcher place = Pattern.compile(was, Pattern.DOTALL).matcher(text);
        assertThat(place.find()).as("%s has %s", file, was).isTrue();
        files.put(
                file,
                (text.substring(0, place.start()) + put(became, place) + text.substring(place.end()))
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** A model comes with all forms, a form with all models, a table by itself. */
    private static boolean isNeeded(String file, String other) {
        return other.equals(file)
                || !file.endsWith(".dmn") && other.endsWith(".form")
                || file.endsWith(".form") && other.endsWith(".bpmn");
    }

    /** Stands for what it becomes, with \1 for the pattern's group. */
    private static String put(String became, Matcher place) {
        return place.groupCount() == 0 ? became : became.replace("\\1", String.valueOf(place.group(1)));
    }

    private static Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                for (Path file : found.toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static Stream<Arguments> rows(String list) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/gate", list)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arguments.of(Arrays.stream(line.split("¦", -1))
                            .map(String::strip)
                            .toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
