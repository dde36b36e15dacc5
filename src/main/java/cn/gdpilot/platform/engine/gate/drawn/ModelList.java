package cn.gdpilot.platform.engine.gate.drawn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reads a list of {@code engine/models}: words of each line that is neither empty nor a remark. */
public final class ModelList {

    private ModelList() {}

    /** The lines of a list, e.g. {@code bpmn.txt}. */
    public static List<List<String>> read(String name) {
        try (var file = new ClassPathResource("engine/models/" + name).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
