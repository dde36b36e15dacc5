package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @BeforeEach
    void givenLists() throws IOException {
        Files.writeString(lists.resolve("further-groups.csv"), "group,name\nlegal-check,法规处\n");
        Files.writeString(lists.resolve("further-letters.csv"), "letter,to\nlegal-passed,UNIT;APPLICANT\n");
    }

    @Test
    @DisplayName("a legal check with a declared group, its opinion kept, a declared letter behind it → no fault")
    void drawn() throws IOException {
        assertThat(faults(OwnModels.legalCheck())).isNull();
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "camunda:candidateGroups=\"legal-check\" | camunda:candidateGroups=\"dept-44\" | 候选组",
                "camunda:candidateGroups=\"legal-check\" | camunda:candidateGroups=\"${unit}\" | 候选组",
                "delegateExpression=\"${registerOpinionDelegate}\" | delegateExpression=\"${registerOpinionDelegate}\" camunda:asyncBefore=\"true\" | 登记意见",
                "<camunda:inputParameter name=\"letter\">legal-passed | <camunda:inputParameter name=\"letter\">legal-failed | legal-failed",
                "<camunda:inputParameter name=\"letter\">legal-passed | <camunda:inputParameter name=\"letter\">${unit} | 不在 further-letters.csv",
                "<camunda:inputParameter name=\"to\">UNIT | <camunda:inputParameter name=\"to\">EVERYBODY | EVERYBODY",
                "<camunda:inputParameter name=\"to\">UNIT | <camunda:inputParameter name=\"to\">APPLICANT | 只能填：UNIT",
                "<bpmn:userTask id=\"UserTask_LegalCheck\" | <bpmn:sendTask id=\"SendTask_Letter\" camunda:delegateExpression=\"#{ sendLetterDelegate }\"/><bpmn:userTask id=\"UserTask_LegalCheck\" | 只能由服务任务调用",
                "bpmn:process id=\"recommendation\" | bpmn:process id=\"other\" | 只能画在"
            })
    @DisplayName("a group, letter or recipient that is not declared, or a step elsewhere → refused, with its name")
    void refused(String was, String became, String words) throws IOException {
        String model = OwnModels.legalCheck();
        assertThat(model).contains(was);

        assertThat(faults(model.replace(was, became))).contains(words);
    }

    /** Null if there is none. */
    private String faults(String model) {
        try {
            GateOfTests.own(lists).check("recommendation.bpmn", model.getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (Refusal refusal) {
            return refusal.getMessage();
        }
    }
}
