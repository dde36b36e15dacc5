package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a designer draws beside the contract: a further check with its own group before signing, and a letter. */
class OwnStepsTest {

    @TempDir
    Path lists;

    private Predicate<String> hasText = letter -> true;

    @BeforeEach
    void givenLists() throws IOException {
        Files.writeString(lists.resolve("further-groups.csv"), "group,name\nlegal-check,法规处\n");
        Files.writeString(lists.resolve("further-letters.csv"), "letter,to\nlegal-passed,UNIT;APPLICANT\n");
    }

    @Test
    @DisplayName("a legal check with a declared group, its opinion kept, a declared letter behind it → no fault")
    void drawn() throws IOException {
        assertThat(faults(OwnModels.legalCheck(), OwnModels.legalForm())).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "camunda:candidateGroups=\"legal-check\" | camunda:candidateGroups=\"dept-44\" | [M-51] | ServiceTask_RegisterOpinion",
                "camunda:candidateGroups=\"legal-check\" | camunda:candidateGroups=\"${unit}\" | [M-51] | ServiceTask_RegisterOpinion",
                "delegateExpression=\"${registerOpinionDelegate}\" | delegateExpression=\"${registerOpinionDelegate}\" camunda:asyncBefore=\"true\" | [M-51] | ServiceTask_RegisterOpinion",
                "<camunda:inputParameter name=\"letter\">legal-passed | <camunda:inputParameter name=\"letter\">legal-failed | [M-53] | legal-failed",
                "<camunda:inputParameter name=\"letter\">legal-passed | <camunda:inputParameter name=\"letter\">${unit} | [M-53] | 不在 further-letters.csv",
                "<camunda:inputParameter name=\"to\">UNIT | <camunda:inputParameter name=\"to\">EVERYBODY | [M-53] | EVERYBODY",
                "<camunda:inputParameter name=\"to\">UNIT | <camunda:inputParameter name=\"to\">APPLICANT | [M-53] | 只能填：UNIT",
                "<bpmn:userTask id=\"UserTask_LegalCheck\" | <bpmn:sendTask id=\"SendTask_Letter\" camunda:delegateExpression=\"#{ sendLetterDelegate }\"/><bpmn:userTask id=\"UserTask_LegalCheck\" | [M-50] | SendTask_Letter"
            })
    @DisplayName("a group, letter or recipient that is not declared, or a step elsewhere → refused, with its name")
    void refused(String was, String became, String rule, String words) throws IOException {
        String model = OwnModels.legalCheck();
        assertThat(model).contains(was);

        assertThat(faults(model.replace(was, became), OwnModels.legalForm()))
                .anySatisfy(fault -> assertThat(fault).startsWith(rule).contains(words));
    }

    @Test
    @DisplayName("several of them, and a form without words → all told, each with rule, element and label")
    void several() throws IOException {
        String model = OwnModels.legalCheck()
                .replace("<camunda:inputParameter name=\"to\">UNIT", "<camunda:inputParameter name=\"to\">EVERYBODY")
                .replace(
                        "delegateExpression=\"${registerOpinionDelegate}\"",
                        "delegateExpression=\"${registerOpinionDelegate}\" camunda:asyncBefore=\"true\"");

        assertThat(faults(model, OwnModels.legalForm().replace("\"key\": \"grounds\"", "\"key\": \"words\"")))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("[M-51] 文件“recommendation.bpmn” · ServiceTask_RegisterOpinion · 登记意见"))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("[M-52] 文件“recommendation.bpmn” · UserTask_LegalCheck · 合法性审查"))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("[M-53] 文件“recommendation.bpmn” · ServiceTask_SendLetter · 发送通知"));
    }

    @Test
    @DisplayName("a field grounds that nobody can fill in → refused")
    void closed() throws IOException {
        String form =
                OwnModels.legalForm().replace("\"key\": \"grounds\",", "\"key\": \"grounds\", \"readonly\": true,");

        assertThat(faults(OwnModels.legalCheck(), form))
                .singleElement()
                .asString()
                .startsWith("[M-52]");
    }

    @Test
    @DisplayName("a declared letter without a text → refused with the name of the file that is missing")
    void text() throws IOException {
        hasText = letter -> false;

        assertThat(faults(OwnModels.legalCheck(), OwnModels.legalForm()))
                .singleElement()
                .asString()
                .startsWith("[M-53]")
                .contains("legal-passed.txt");
    }

    private List<String> faults(String model, String form) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> shipped = Files.list(Path.of("forms"))) {
            for (Path file : shipped.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        files.put("legal-check.form", form.getBytes(StandardCharsets.UTF_8));
        files.put("recommendation.bpmn", model.getBytes(StandardCharsets.UTF_8));
        return GateOfTests.gate(lists, hasText).faults(files);
    }
}
