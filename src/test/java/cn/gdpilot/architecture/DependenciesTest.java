package cn.gdpilot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What travels in the jar, by its bill of materials. */
class DependenciesTest {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    @ParameterizedTest(name = "{0} is at least {1}")
    @CsvSource({
        "tomcat-embed-core, 10.1.61",
        "postgresql, 42.7.14",
        "logback-classic, 1.5.38",
        "snakeyaml, 2.7",
        "jackson-databind, 2.19.4",
        "commons-lang3, 3.18.0",
        "thymeleaf, 3.1.5.RELEASE",
        "poi, 5.5.1",
        "spring-security-web, 6.5.11",
        "camunda-engine, 7.24.0",
        "h2, 2.3.232",
        "greenmail, 2.1.13",
        "jakarta.mail, 2.0.5",
    })
    @DisplayName("a part is not older than the release that mended its last known hole")
    void minimumVersions(String part, String least) throws IOException {
        List<String> versions = versions(part);

        assertThat(versions)
                .as(part)
                .isNotEmpty()
                .allSatisfy(version -> assertThat(new ComparableVersion(version))
                        .isGreaterThanOrEqualTo(new ComparableVersion(least)));
    }

    @ParameterizedTest
    @CsvSource({
        "groovy",
        "graal-sdk",
        "nashorn-core",
        "jython-standalone",
        "commons-collections",
        "log4j-core",
        "xmlgraphics-commons"
    })
    @DisplayName("no script engine and no part that is known for running what it reads")
    void absent(String part) throws IOException {
        assertThat(versions(part)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jakarta/mail/Session, org/eclipse/angus/jakarta.mail",
        "jakarta/activation/DataHandler, jakarta/activation/jakarta.activation-api"
    })
    @DisplayName("mail's classes lie in one jar of the class path: none is picked by chance")
    void oneHome(String type, String home) throws IOException {
        List<URL> homes = Collections.list(getClass().getClassLoader().getResources(type + ".class"));

        assertThat(homes).singleElement().asString().contains(home);
    }

    @Test
    @DisplayName("the bill names every part with its version")
    void complete() throws IOException {
        assertThat(components())
                .hasSizeGreaterThan(100)
                .allSatisfy(part -> assertThat(part.path("version").asText()).isNotBlank());
    }

    private static List<String> versions(String part) throws IOException {
        return components().stream()
                .filter(one -> one.path("name").asText().equals(part))
                .map(one -> one.path("version").asText())
                .toList();
    }

    private static List<JsonNode> components() throws IOException {
        JsonNode bill = new ObjectMapper().readTree(BILL.toFile());
        return new ArrayList<>(StreamSupport.stream(bill.path("components").spliterator(), false)
                .toList());
    }
}
