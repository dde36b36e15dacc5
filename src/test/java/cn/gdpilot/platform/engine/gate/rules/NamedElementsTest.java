package cn.gdpilot.platform.engine.gate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Elements that Java names stand in {@code contract.txt}: a model in which one is renamed would leave the program looking for it. */
class NamedElementsTest {

    private static final Pattern ID = Pattern.compile("\"([A-Z][a-z][A-Za-z]*_[A-Z][a-z][A-Za-z0-9]*)\"");

    /** Drawn in several processes, and asked for in another one of them. */
    private static final Set<String> NOT_ASKED = Set.of(
            "communications-review SubProcess_ReviewEach",
            "ministry-review SubProcess_ReviewEach",
            "ministry-review CallActivity_ExpertReview");

    private final Contract contract = Contract.load();

    @Test
    @DisplayName("an element id in a Java source → in the contract of each process that draws it")
    void named() {
        Set<String> ids = ids();
        assertThat(ids).hasSizeGreaterThan(40);
        Set<String> drawn = new HashSet<>();
        Set<String> missing = new TreeSet<>();
        Judging.models().map(NamedElementsTest::read).forEach(model -> {
            for (String process : model.processes()) {
                Set<String> listed = new HashSet<>(contract.tasks(process).keySet());
                listed.addAll(contract.elements(process));
                ids.stream().filter(model::has).forEach(id -> {
                    drawn.add(id);
                    if (!listed.contains(id) && !NOT_ASKED.contains(process + " " + id)) {
                        missing.add(process + " " + id);
                    }
                });
            }
        });

        assertThat(missing).isEmpty();
        assertThat(ids).as("ids that no shipped model draws").isSubsetOf(drawn);
    }

    @Test
    @DisplayName("a variable that a call hands over, or a loop gives → a key, which no answer of a form overwrites")
    void keys() {
        Judging.models().map(NamedElementsTest::read).forEach(model -> {
            model.processes()
                    .forEach(process -> assertThat(CaseVariables.KEYS).containsAll(contract.handedOver(process)));
            assertThat(CaseVariables.KEYS).containsAll(model.everywhere("elementVariable"));
        });
    }

    private static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                ID.matcher(Files.readString(source)).results().forEach(found -> ids.add(found.group(1)));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DrawnModel read(Path model) {
        try {
            return new DrawnModel(Files.readAllBytes(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
