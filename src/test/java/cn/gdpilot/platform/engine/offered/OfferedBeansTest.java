package cn.gdpilot.platform.engine.offered;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the program offers to models: all that steps may call, with words that a designer can use. */
class OfferedBeansTest {

    private static final OfferedBeans OFFERED = OfferedBeans.all();
    private static final Set<String> PROCESSES = Arrays.stream(
                    new File("processes").list((folder, name) -> name.endsWith(".bpmn")))
            .map(name -> name.replace(".bpmn", ""))
            .collect(Collectors.toSet());

    @Test
    @DisplayName("each bean that works for a step is offered, and nothing else is")
    void everyDelegate() {
        List<String> working = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.gdpilot").stream()
                        .filter(one -> one.isAssignableTo(JavaDelegate.class))
                        .map(JavaClass::getSimpleName)
                        .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                        .toList();
        assertThat(OFFERED.steps()).extracting(OfferedBeans.Step::bean).containsExactlyInAnyOrderElementsOf(working);
    }

    @Test
    @DisplayName("a bean without the annotation → not offered")
    void silent() {
        class SilentDelegate {}
        // Local, so that the scan of all classes does not find it.
        @ForModels(name = "说话", help = "说话。", gives = "无。")
        class SpeakingDelegate {}

        OfferedBeans both = OfferedBeans.of(SilentDelegate.class, SpeakingDelegate.class);
        assertThat(both.steps()).extracting(OfferedBeans.Step::bean).containsExactly("speakingDelegate");
        assertThat(both.isStep("silentDelegate")).isFalse();
    }

    @Test
    @DisplayName("a method says as many arguments as it takes, and can be called from outside of its package")
    void arguments() {
        assertThat(OFFERED.readings())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.words().given())
                        .as(one.name())
                        .hasSize(one.arguments())
                        .allMatch(given -> !given.typed().isEmpty()));
        assertThat(OFFERED.readings()).extracting(OfferedBeans.Reading::name).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("only a step that sends a letter asks for inputs of its own")
    void inputs() {
        assertThat(OFFERED.steps().stream()
                        .filter(step -> Stream.of(step.words().given()).anyMatch(Given::isInput))
                        .map(OfferedBeans.Step::bean))
                .containsExactly("sendLetterDelegate");
    }

    @Test
    @DisplayName("name, help and outcome are Chinese sentences, and processes are there")
    void words() {
        assertThat(Stream.concat(
                        OFFERED.steps().stream().map(OfferedBeans.Step::words),
                        OFFERED.readings().stream().map(OfferedBeans.Reading::words)))
                .allSatisfy(words -> {
                    assertThat(words.name()).matches("\\p{IsHan}{2,12}");
                    assertThat(words.help()).matches(".*\\p{IsHan}.*。").hasSizeLessThan(120);
                    assertThat(words.gives()).matches(".+。");
                    assertThat(words.in()).isNotEmpty().allMatch(one -> one.equals("*") || PROCESSES.contains(one));
                });
        assertThat(OFFERED.steps().stream().map(step -> step.words().name())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("methods belong to classes that expressions can reach")
    void reachable() {
        assertThat(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.gdpilot").stream()
                                .filter(one -> one.getMethods().stream()
                                        .anyMatch(method -> method.isAnnotatedWith(ForModels.class)))
                                .map(JavaClass::reflect))
                .isNotEmpty()
                .allMatch(type -> Modifier.isPublic(type.getModifiers()));
    }
}
