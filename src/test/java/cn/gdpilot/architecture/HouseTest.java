package cn.gdpilot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house: desks know capabilities, capabilities know neither desks nor Camunda. */
class HouseTest {

    private static final String[] DESKS = {
        "campaign", "application", "recommendation", "province", "communications", "ministry", "expert", "publicity", "objection", "check"
    };
    private static final String[] CAPABILITIES = {
        "project", "eligibility", "quota", "calendar", "delivery", "dossier", "duplicate", "notice", "identity", "audit", "review", "hearing", "wording"
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("cn.gdpilot");

    @Test
    @DisplayName("only desks and the engine's border know Camunda")
    void camunda() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(CAPABILITIES))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(classes);
    }

    @Test
    @DisplayName("capabilities know no desk and no border")
    void capabilities() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(CAPABILITIES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Arrays.stream(packages(DESKS)), Stream.of("cn.gdpilot.engine..", "cn.gdpilot.rehearsal.."))
                                .toArray(String[]::new))
                .check(classes);
    }

    @ParameterizedTest
    @DisplayName("no desk opens another desk's drawer")
    @ValueSource(strings = {"campaign", "application", "recommendation", "province", "communications", "ministry", "expert", "publicity", "objection", "check"})
    void desks(String desk) {
        String[] others = packages(
                Arrays.stream(DESKS).filter(other -> !other.equals(desk)).toArray(String[]::new));
        noClasses()
                .that()
                .resideInAPackage("cn.gdpilot." + desk + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(classes);
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "cn.gdpilot." + name + "..").toArray(String[]::new);
    }
}
