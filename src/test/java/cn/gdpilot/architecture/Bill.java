package cn.gdpilot.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A CycloneDX bill of materials: the jars that travel in the application. */
record Bill(List<Part> parts) {

    /** The bill that the build makes in phase generate-resources and packs into the jar. */
    static final Path BUILT = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    /** @param file the bill as JSON */
    static Bill read(Path file) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(file.toFile());
        return new Bill(StreamSupport.stream(bill.path("components").spliterator(), false)
                .map(Part::of)
                .toList());
    }

    /** @return the versions of all jars of this name, empty where none travels */
    List<String> versions(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Part::version)
                .toList();
    }

    /** @return the references by which other documents name the parts */
    List<String> references() {
        return parts.stream().map(Part::reference).toList();
    }

    /** One jar; no value is null, a missing one is empty. */
    record Part(String group, String name, String version, String reference) {

        private static Part of(JsonNode component) {
            return new Part(
                    component.path("group").asText(),
                    component.path("name").asText(),
                    component.path("version").asText(),
                    component.path("bom-ref").asText());
        }
    }
}
