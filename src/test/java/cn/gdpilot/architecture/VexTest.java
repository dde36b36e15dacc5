package cn.gdpilot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The VEX file beside the bill of materials: known holes that do not bite here, by the schema of CycloneDX 1.6. */
class VexTest {

    private static final Path FILE = Path.of("target/classes/META-INF/sbom/application.vex.cdx.json");
    private static final Pattern HOLE = Pattern.compile("CVE-\\d{4}-\\d{4,}");
    private static final List<String> JUSTIFICATIONS = List.of(
            "code_not_present",
            "code_not_reachable",
            "requires_configuration",
            "requires_dependency",
            "requires_environment",
            "protected_by_compiler",
            "protected_at_runtime",
            "protected_at_perimeter",
            "protected_by_mitigating_control");

    private JsonNode vex;

    @BeforeEach
    void read() throws IOException {
        vex = new ObjectMapper().readTree(FILE.toFile());
    }

    @Test
    @DisplayName("the file → head of a CycloneDX document")
    void head() {
        assertThat(vex.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(vex.path("specVersion").asText()).isEqualTo("1.6");
        assertThat(vex.path("version").isInt()).isTrue();
        assertThat(vex.path("serialNumber").asText())
                .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    }

    @Test
    @DisplayName("a component → has the fields that the schema asks for, and a reference of its own")
    void components() {
        assertThat(stream("components")).allSatisfy(component -> {
            assertThat(component.path("type").asText()).isEqualTo("library");
            assertThat(component.path("name").asText()).isNotBlank();
        });
        assertThat(references("components")).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a statement → one hole, not affected, with a ground of the schema and a detail")
    void statements() {
        assertThat(holes())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(hole -> HOLE.matcher(hole).matches());
        assertThat(stream("vulnerabilities")).allSatisfy(hole -> {
            JsonNode analysis = hole.path("analysis");
            assertThat(analysis.path("state").asText()).isEqualTo("not_affected");
            assertThat(analysis.path("justification").asText()).isIn(JUSTIFICATIONS);
            assertThat(analysis.path("detail").asText()).isNotBlank();
        });
    }

    @Test
    @DisplayName("a reference → a component of the file, and a jar of the bill of materials")
    void references() throws IOException {
        assertThat(Bill.read(Bill.BUILT).references()).containsAll(references("components"));
        assertThat(stream("vulnerabilities"))
                .allSatisfy(hole -> assertThat(affected(hole)).isNotEmpty().isSubsetOf(references("components")));
    }

    @Test
    @DisplayName("a hole that SECURITY.md names → has a statement")
    void security() throws IOException {
        List<String> named = HOLE.matcher(Files.readString(Path.of("SECURITY.md")))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(holes()).containsAll(named);
    }

    private List<String> holes() {
        return stream("vulnerabilities").map(hole -> hole.path("id").asText()).toList();
    }

    private List<String> references(String list) {
        return stream(list).map(one -> one.path("bom-ref").asText()).toList();
    }

    private static List<String> affected(JsonNode hole) {
        return StreamSupport.stream(hole.path("affects").spliterator(), false)
                .map(one -> one.path("ref").asText())
                .toList();
    }

    private Stream<JsonNode> stream(String list) {
        return StreamSupport.stream(vex.path(list).spliterator(), false);
    }
}
