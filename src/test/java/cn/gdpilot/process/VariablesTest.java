package cn.gdpilot.process;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.engine.offered.OfferedBeans;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of process variables: models and forms on one side, one class of constants a process on the other. */
class VariablesTest {

    private static final File PROCESSES = new File("processes");
    private static final File FORMS = new File("forms");
    private static final Set<String> BEANS = beans();
    private static final Map<String, Class<?>> CLASSES = classes();
    private static final Set<String> OF_EVERY_PROCESS = constants(CaseVariables.class);

    /** Written by a model for a form or for another element of a model; Java neither reads nor writes them. */
    private static final Map<String, Set<String>> MODEL_ONLY = Map.ofEntries(
            Map.entry("application", Set.of("view", "correctionRule")),
            Map.entry("campaign", Set.of("view")),
            Map.entry("recommendation", Set.of("view")),
            Map.entry("province-review", Set.of("view", "checkKey")),
            Map.entry("communications-review", Set.of("view")),
            Map.entry("ministry-review", Set.of("view")),
            Map.entry("expert-review", Set.of("view")),
            Map.entry("publicity", Set.of("view", "publicityDays")),
            Map.entry("objection", Set.of("view")),
            Map.entry("site-check", Set.of("view")),
            Map.entry("go-ahead", Set.of("view")));

    private static final Pattern LITERAL = Pattern.compile(
            "(?:[gs]etVariable(?:Local)?|hasVariable|[vV]ariable(?:Value)?Equals|answers\\.(?:key|text|count|list|chosen))\\(\\s*\"\\w+\"");

    static Stream<String> processes() {
        return Arrays.stream(PROCESSES.list((folder, name) -> name.endsWith(".bpmn")))
                .map(name -> name.replaceAll("\\.bpmn$", ""))
                .sorted();
    }

    @Test
    @DisplayName("each process has one class of variables in its desk, and no class is left over")
    void oneClassAProcess() {
        assertThat(CLASSES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        processes().map(VariablesTest::className).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("model, forms and constants of a process name the same variables")
    void bothWays(String process) {
        assertThat(breaches(process, model(process), constants(CLASSES.get(className(process)))))
                .isEmpty();
    }

    @Test
    @DisplayName("each name that all processes share is used by a model")
    void sharedNames() {
        Set<String> used = processes()
                .flatMap(process -> variables(model(process)).stream())
                .collect(toSet());
        assertThat(used).containsAll(OF_EVERY_PROCESS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("a call hands over variables that the called process uses")
    void handedOver(String process) {
        for (CallActivity call : parse(model(process)).getModelElementsByType(CallActivity.class)) {
            Set<String> used = variables(model(call.getCalledElement()));
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .extracting(CamundaIn::getCamundaTarget)
                    .filteredOn(target -> target != null && !OF_EVERY_PROCESS.contains(target))
                    .allSatisfy(target -> assertThat(used).as(call.getId()).contains(target));
        }
    }

    @Test
    @DisplayName("a variable renamed in the model → both names are told")
    void renamedInModel() {
        String renamed = model("publicity").replace("\"publicList\"", "\"openList\"");
        assertThat(breaches("publicity", renamed, constants(CLASSES.get("PublicityVariables"))))
                .containsExactly("no constant for openList");
    }

    @Test
    @DisplayName("a variable gone from model and forms → its constant is told")
    void goneFromModel() {
        String without = model("expert-review").replace("assignmentId", "applicationId");
        assertThat(breaches("expert-review", without, constants(CLASSES.get("ExpertReviewVariables"))))
                .containsExactly("no use of assignmentId");
    }

    @Test
    @DisplayName("a constant too many, or one missing → told")
    void mutatedConstants() throws IOException {
        class Mutated {
            static final String CHECK_KEY = "checkkey";
        }
        assertThat(breaches("site-check", model("site-check"), constants(Mutated.class)))
                .containsExactlyInAnyOrder("no constant for checkKey", "no use of checkkey");
    }

    @Test
    @DisplayName("Java names a variable by its constant, not by a literal")
    void noLiterals() throws IOException {
        for (String floor : List.of("desk", "platform/engine")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/cn/gdpilot", floor))) {
                assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                                .flatMap(file -> literals(read(file)).map(found -> file + ": " + found)))
                        .isEmpty();
            }
        }
        assertThat(literals("(String) execution.getVariable(\"unit\")")).hasSize(1);
    }

    // ---- helpers

    private static List<String> breaches(String process, String model, Set<String> constants) {
        Set<String> used = variables(model);
        Set<String> only = MODEL_ONLY.getOrDefault(process, Set.of());
        return Stream.of(
                        used.stream()
                                .filter(name -> !constants.contains(name)
                                        && !OF_EVERY_PROCESS.contains(name)
                                        && !only.contains(name))
                                .map(name -> "no constant for " + name),
                        constants.stream()
                                .filter(name -> !used.contains(name) && !OF_EVERY_PROCESS.contains(name))
                                .map(name -> "no use of " + name),
                        only.stream()
                                .filter(name -> !used.contains(name) || constants.contains(name))
                                .map(name -> "not of the model only: " + name))
                .flatMap(found -> found)
                .toList();
    }

    private static Set<String> variables(String model) {
        return new ModelVariables(parse(model), FORMS, BEANS).names();
    }

    private static BpmnModelInstance parse(String model) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
    }

    private static String model(String process) {
        return read(PROCESSES.toPath().resolve(process + ".bpmn"));
    }

    private static String className(String process) {
        return Arrays.stream(process.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce("", String::concat)
                + "Variables";
    }

    private static Map<String, Class<?>> classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.gdpilot.desk").stream()
                        .filter(one -> one.getSimpleName().endsWith("Variables"))
                        .collect(toMap(JavaClass::getSimpleName, JavaClass::reflect));
    }

    private static Set<String> constants(Class<?> type) {
        Set<String> values = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == String.class) {
                field.setAccessible(true);
                values.add(value(field));
            }
        }
        return values;
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> literals(String source) {
        return LITERAL.matcher(source).results().map(MatchResult::group);
    }

    private static Set<String> beans() {
        return OfferedBeans.all().readings().stream()
                .map(OfferedBeans.Reading::bean)
                .collect(toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
