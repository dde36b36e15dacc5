package cn.gdpilot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The rules of the house, for the product and for the fixtures that break them.
 *
 * @param root    base package, whose direct sub-packages are the floors
 * @param classes what was imported below it
 */
record House(String root, JavaClasses classes) {

    /** From the top: a floor imports only the floors below it. */
    static final List<String> FLOORS = List.of("desk", "platform", "domain");
    /** From the top: a room of the domain imports only the rooms below it. */
    static final List<String> ROOMS = List.of(
            "pending",
            "dossier",
            "arrival",
            "deadline",
            "shortlist",
            "objection",
            "publicity",
            "scoring",
            "opinion",
            "pilot",
            "duplicate",
            "papers",
            "disc",
            "eligibility",
            "material",
            "quota",
            "project",
            "decision",
            "mail",
            "files",
            "identity",
            "record",
            "calendar",
            "text");

    static final int MOST_FILES = 25;
    static final int MOST_COLLABORATORS = 8;

    static House of(String root, ImportOption... options) {
        return new House(
                root,
                new ClassFileImporter().withImportOptions(List.of(options)).importPackages(root));
    }

    List<String> breaches(ArchRule rule) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }

    /** Classes below the root that stand on no floor. */
    List<String> onNoFloor() {
        return classes.stream()
                .filter(one -> one.getPackageName().startsWith(root + "."))
                .filter(one -> !FLOORS.contains(parts(one)[0]))
                .map(JavaClass::getName)
                .toList();
    }

    /** Rooms of the domain without a place in the order. */
    List<String> withoutPlace() {
        return classes.stream()
                .filter(one -> one.getPackageName().startsWith(root + ".domain."))
                .map(one -> parts(one)[1])
                .distinct()
                .filter(room -> !ROOMS.contains(room))
                .toList();
    }

    /** Imports that go up, between floors or between rooms of the domain. */
    List<String> arrowsUp() {
        return classes.stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> inHouse(arrow.getTargetClass()))
                .filter(arrow ->
                        goesUp(arrow.getOriginClass(), arrow.getTargetClass().getBaseComponentType()))
                .map(arrow -> arrow.getDescription())
                .toList();
    }

    /** Imports between desks. */
    List<String> betweenDesks() {
        return classes.stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> inHouse(arrow.getTargetClass()))
                .filter(arrow -> isDesk(arrow.getOriginClass())
                        && isDesk(arrow.getTargetClass().getBaseComponentType()))
                .filter(arrow -> !parts(arrow.getOriginClass())[1].equals(
                        parts(arrow.getTargetClass().getBaseComponentType())[1]))
                .map(arrow -> arrow.getDescription())
                .toList();
    }

    /** Camunda outside of desks and of the engine's own room. */
    List<String> camundaElsewhere() {
        return breaches(noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".platform..")
                .and()
                .resideOutsideOfPackage(root + ".platform.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..", "org.operaton.."));
    }

    /** Cycles between floors, between rooms, and between single packages. */
    List<String> cycles() {
        return List.of(root + ".(*)..", root + ".(*).(*)..", root + ".(**)").stream()
                .flatMap(level -> breaches(slices().matching(level).should().beFreeOfCycles()).stream())
                .toList();
    }

    /** Packages with more files than a person takes in. */
    Map<String, Long> crowdedAbove(int most) {
        Map<String, Long> files = classes.stream()
                .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        files.values().removeIf(count -> count <= most);
        return files;
    }

    /** Classes of desks, and pages and APIs of any room, whose constructor asks for more than a person keeps in mind. */
    List<String> crowdedConstructorsAbove(int most) {
        return classes.stream()
                .filter(one -> !one.isRecord() && !one.isEnum())
                .filter(one -> isDesk(one) || one.getSimpleName().matches(".*(Page|Pages|Api)"))
                .filter(one -> one.getConstructors().stream()
                        .anyMatch(made -> made.getRawParameterTypes().size() > most))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    /** Beans with a name that is not their class's own. */
    List<String> namedByHand() {
        return classes.stream()
                .flatMap(one -> one.getAnnotations().stream()
                        .filter(mark -> mark.getRawType().isEquivalentTo(Component.class)
                                || mark.getRawType().isMetaAnnotatedWith(Component.class))
                        .map(mark -> mark.get("value").orElse(""))
                        .filter(name -> name instanceof String && !name.equals(""))
                        .map(name -> one.getSimpleName() + " as " + name))
                .sorted()
                .toList();
    }

    private boolean goesUp(JavaClass from, JavaClass to) {
        if (floor(from) < 0 || floor(to) < 0) {
            return false;
        }
        if (floor(from) != floor(to)) {
            return floor(from) > floor(to);
        }
        return parts(from)[0].equals("domain") && ROOMS.indexOf(parts(from)[1]) > ROOMS.indexOf(parts(to)[1]);
    }

    private boolean isDesk(JavaClass one) {
        return inHouse(one) && parts(one)[0].equals("desk") && parts(one).length > 1;
    }

    private boolean inHouse(JavaClass one) {
        return one.getBaseComponentType().getPackageName().startsWith(root + ".");
    }

    private int floor(JavaClass one) {
        return inHouse(one) ? FLOORS.indexOf(parts(one)[0]) : -1;
    }

    private String[] parts(JavaClass one) {
        return one.getBaseComponentType()
                .getPackageName()
                .substring(root.length() + 1)
                .split("\\.");
    }
}
