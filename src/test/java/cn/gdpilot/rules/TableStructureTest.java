package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids, hit policies, names and types that outside clients rely on, and house style beyond what the gate asks of every table ({@code docs/model-rules.md}). */
class TableStructureTest {

    private static final String DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String FINDING = "rule:string verdict:string message:string";

    /** The contract, a line a table. */
    enum Contract {
        APPLICANT_ELIGIBILITY(
                HitPolicy.COLLECT,
                "applicantType:string channel:string registeredIn:string legalPerson:boolean seriousDishonesty:boolean"
                        + " majorAccident:boolean commitmentLetter:boolean",
                FINDING),
        PROJECT_ELIGIBILITY(HitPolicy.COLLECT, "built:boolean pilotRunning:boolean innovationProject:string", FINDING),
        APPLICATION_LIMITS(
                HitPolicy.COLLECT,
                "othersInCategory:integer othersInTotal:integer sameProjectElsewhere:boolean",
                FINDING),
        REQUIRED_MATERIALS(
                HitPolicy.COLLECT,
                "applicantType:string channel:string",
                "material:string minCount:integer formats:string rule:string"),
        VIDEO_LENGTH(HitPolicy.FIRST, "seconds:double", FINDING),
        DIRECTION_AUTHORITY(HitPolicy.UNIQUE, "direction:string", "department:boolean communications:boolean"),
        RECOMMENDATION_QUOTA(
                HitPolicy.UNIQUE,
                "unitType:string region:string",
                "quota:integer destination:string deadline:string tableCopies:integer paperCopies:integer discCopies:integer"),
        PRIORITY_CONDITIONS(
                HitPolicy.COLLECT,
                "demonstrationBase:boolean innovationAccepted:boolean revolutionaryArea:boolean markedEffect:boolean",
                "condition:string message:string"),
        DUPLICATE_VERDICT(
                HitPolicy.FIRST,
                "sameApplicant:boolean sameDirection:boolean similarity:double otherChannel:boolean",
                "verdict:string message:string"),
        REMINDER_SCHEDULE(
                HitPolicy.COLLECT,
                "deadline:string daysLeft:integer done:boolean",
                "recipient:string template:string escalation:integer");

        final HitPolicy hitPolicy;
        final List<String> inputs;
        final List<String> outputs;

        Contract(HitPolicy hitPolicy, String inputs, String outputs) {
            this.hitPolicy = hitPolicy;
            this.inputs = List.of(inputs.split(" "));
            this.outputs = List.of(outputs.split(" "));
        }

        String id() {
            return name().toLowerCase().replace('_', '-');
        }

        DmnModelInstance model() {
            return Dmn.readModelFromFile(Tables.file(id()).toFile());
        }

        DecisionTable table() {
            return model().getModelElementsByType(DecisionTable.class)
                    .iterator()
                    .next();
        }
    }

    @Test
    @DisplayName("R1.1–R4.4 the folder holds the contract's ten tables and no other")
    void exactlyTheContract() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(Tables.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dmn")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Contract.values())
                            .map(contract -> contract.id() + ".dmn")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("one decision a file, its id the file's name, a Chinese name, history kept for five years, DMN 1.3")
    void decision(Contract contract) {
        DmnModelInstance model = contract.model();
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        assertThat(decisions).hasSize(1);
        Decision decision = decisions.iterator().next();
        assertThat(decision.getId()).isEqualTo(contract.id());
        assertThat(decision.getName()).matches(TableStructureTest::isChinese);
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
        assertThat(model.getDocument().getRootElement().getNamespaceURI()).isEqualTo(DMN_13);
        assertThat(contract.table().getHitPolicy()).isEqualTo(contract.hitPolicy);
        assertThat(contract.table().getAggregation()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("inputs and outputs have the contract's names and types in its order, and Chinese labels")
    void inputsAndOutputs(Contract contract) {
        DecisionTable table = contract.table();
        assertThat(table.getInputs())
                .extracting(input -> input.getInputExpression().getText().getTextContent() + ":"
                        + input.getInputExpression().getTypeRef())
                .isEqualTo(contract.inputs);
        assertThat(table.getOutputs())
                .extracting(output -> output.getName() + ":" + output.getTypeRef())
                .isEqualTo(contract.outputs);
        assertThat(table.getInputs()).allMatch(input -> isChinese(input.getLabel()));
        assertThat(table.getOutputs()).allMatch(output -> isChinese(output.getLabel()));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every row's annotation names its rule, and the rule it reports is among those")
    void annotations(Contract contract) {
        DecisionTable table = contract.table();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        assertThat(table.getRules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getDescription())
                    .as("annotation of %s", rule.getId())
                    .isNotNull();
            String annotation = rule.getDescription().getTextContent();
            assertThat(annotation).containsPattern("^R\\d+\\.\\d+\\b");
            if (outputs.contains("rule")) {
                assertThat(List.of(annotation.split(" "))).contains(cell(rule, outputs.indexOf("rule")));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every message is a whole Chinese sentence, and fits the column that keeps it")
    void messages(Contract contract) {
        DecisionTable table = contract.table();
        int column = table.getOutputs().stream().map(Output::getName).toList().indexOf("message");
        if (column < 0) {
            return;
        }
        assertThat(table.getRules())
                .extracting(rule -> cell(rule, column))
                .doesNotHaveDuplicates()
                .allMatch(message -> isChinese(message) && message.endsWith("。") && message.length() <= 500);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the engine takes the table and answers when nothing is known")
    void answersNulls(Contract contract) {
        Object[] unknown = contract.inputs.stream()
                .flatMap(input -> Stream.of(input.substring(0, input.indexOf(':')), null))
                .toArray();
        assertThat(Tables.ask(contract.id(), Tables.facts(unknown))).isNotNull();
    }

    private static String cell(Rule rule, int output) {
        return rule.getOutputEntries().stream()
                .skip(output)
                .findFirst()
                .map(ModelElementInstance::getTextContent)
                .orElseThrow()
                .trim()
                .replace("\"", "");
    }

    private static boolean isChinese(String text) {
        return text != null
                && text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
