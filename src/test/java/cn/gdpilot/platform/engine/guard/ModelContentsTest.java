package cn.gdpilot.platform.engine.guard;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate takes every model that is shipped, with its real conditions. */
class ModelContentsTest {

    private final ModelContents contents = new ModelContents(new GateOfTests.EveryBean());

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    @DisplayName("a shipped model → taken")
    void taken(Path file) {
        assertThatCode(() -> contents.check(file.getFileName().toString(), Files.readAllBytes(file)))
                .doesNotThrowAnyException();
    }
}
