package cn.gdpilot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The house as it stands keeps its rules, and each rule finds the fixture that breaks it. */
class HouseTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PICTURE = Path.of("docs/pictures/house.svg");
    private static final House PRODUCT = House.of("cn.gdpilot", new ImportOption.DoNotIncludeTests());
    private static final House BROKEN = House.of("cn.gdpilot.architecture.fixture");

    @Test
    @DisplayName("every package stands on a floor")
    void floors() {
        assertThat(PRODUCT.onNoFloor()).allMatch(name -> name.startsWith("cn.gdpilot.rehearsal."));
        assertThat(BROKEN.onNoFloor()).containsExactly("cn.gdpilot.architecture.fixture.attic.Chest");
    }

    @Test
    @DisplayName("every room of the domain has a place in the order")
    void rooms() {
        assertThat(PRODUCT.withoutPlace()).isEmpty();
        assertThat(BROKEN.withoutPlace()).containsExactly("garage");
    }

    @Test
    @DisplayName("imports go down only, between floors and between rooms")
    void arrows() {
        assertThat(PRODUCT.arrowsUp()).isEmpty();
        assertThat(BROKEN.arrowsUp())
                .hasSize(2)
                .anyMatch(arrow -> arrow.contains("CallsUp"))
                .anyMatch(arrow -> arrow.contains("CallsDesk"));
    }

    @Test
    @DisplayName("no desk imports another desk")
    void desks() {
        assertThat(PRODUCT.betweenDesks()).isEmpty();
        assertThat(BROKEN.betweenDesks()).singleElement().asString().contains("OpensDrawer");
    }

    @Test
    @DisplayName("only desks and the engine's room import Camunda")
    void camunda() {
        assertThat(PRODUCT.camundaElsewhere()).isEmpty();
        assertThat(BROKEN.camundaElsewhere()).isNotEmpty().allMatch(breach -> breach.contains("KnowsCamunda"));
    }

    @Test
    @DisplayName("no cycle between packages at any level")
    void cycles() {
        assertThat(PRODUCT.cycles()).isEmpty();
        assertThat(BROKEN.cycles()).anyMatch(cycle -> cycle.contains("platform.web.part"));
    }

    @Test
    @DisplayName("no package has more than 25 files")
    void crowded() {
        assertThat(PRODUCT.crowdedAbove(House.MOST_FILES)).isEmpty();
        assertThat(PRODUCT.crowdedAbove(5)).isNotEmpty();
    }

    @Test
    @DisplayName("a class of a desk, a page or an API has at most 8 collaborators")
    void collaborators() {
        assertThat(PRODUCT.crowdedConstructorsAbove(House.MOST_COLLABORATORS)).isEmpty();
        assertThat(BROKEN.crowdedConstructorsAbove(House.MOST_COLLABORATORS))
                .containsExactly("CrowdedPages", "RanksAlone");
    }

    @Test
    @DisplayName("a bean has its class's name")
    void beanNames() {
        assertThat(PRODUCT.namedByHand()).isEmpty();
        assertThat(BROKEN.namedByHand()).containsExactly("NamedByHand as post");
    }

    @Test
    @DisplayName("the product knows no rehearsal")
    void rehearsal() {
        assertThat(PRODUCT.classes().stream()
                        .filter(one -> !one.getPackageName().startsWith("cn.gdpilot.rehearsal"))
                        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                        .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith("cn.gdpilot.rehearsal"))
                        .map(arrow -> arrow.getDescription()))
                .isEmpty();
    }

    @Test
    @DisplayName("every package says in a sentence what it holds")
    void sentences() throws IOException {
        List<Path> silent;
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            silent = folders.filter(HouseTest::holdsClasses)
                    .filter(folder -> !folder.endsWith("gdpilot"))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
        }
        assertThat(silent).isEmpty();
    }

    /** Run with {@code -Dhouse.draw=true} to draw the picture anew. */
    @Test
    @DisplayName("the picture of the house shows the house as it is")
    void picture() throws IOException {
        String drawn = new HousePicture(PRODUCT).svg();
        if (Boolean.getBoolean("house.draw")) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(PICTURE).hasContent(drawn);
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
