package cn.gdpilot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What travels in the jar, by its bill of materials. */
class DependenciesTest {

    private static final Path OLD = Path.of("src/test/resources/dependencies/old.cdx.json");

    @Test
    @DisplayName("a jar of the application → not older than the list of minimum versions allows")
    void newEnough() throws IOException {
        assertThat(MinimumVersions.read().tooOld(Bill.read(Bill.BUILT))).isEmpty();
    }

    @Test
    @DisplayName("a jar of the application → a line of the list speaks of it")
    void listed() throws IOException {
        assertThat(MinimumVersions.read().unlisted(Bill.read(Bill.BUILT))).isEmpty();
    }

    @Test
    @DisplayName("a line of the list → speaks of a jar that is there, and gives its ground")
    void noStaleLine() throws IOException {
        MinimumVersions list = MinimumVersions.read();

        assertThat(list.unused(Bill.read(Bill.BUILT))).isEmpty();
        assertThat(list.minimums())
                .allSatisfy(line -> assertThat(line.why()).as(line.artifact()).isNotBlank());
    }

    @Test
    @DisplayName("Tomcat 10.1.9 beside SnakeYAML 2.10 → Tomcat alone is too old")
    void tooOld() throws IOException {
        assertThat(MinimumVersions.read().tooOld(Bill.read(OLD)))
                .extracting(Bill.Part::name)
                .containsExactly("tomcat-embed-core");
    }

    @Test
    @DisplayName("a jar that the list does not know → is named")
    void stranger() throws IOException {
        assertThat(MinimumVersions.read().unlisted(Bill.read(OLD)))
                .extracting(Bill.Part::name)
                .containsExactly("stranger");
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
        assertThat(Bill.read(Bill.BUILT).versions(part)).isEmpty();
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
        assertThat(Bill.read(Bill.BUILT).parts())
                .hasSizeGreaterThan(100)
                .allSatisfy(part -> assertThat(part.version()).isNotBlank());
    }
}
