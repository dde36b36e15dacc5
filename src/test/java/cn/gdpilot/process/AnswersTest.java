package cn.gdpilot.process;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The choices of forms and the conditions of models are the constants of one enumeration a question. */
class AnswersTest {

    private static final File PROCESSES = new File("processes");
    private static final File FORMS = new File("forms");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMPARED = Pattern.compile("outcome == '(\\w*)'");

    /** Form and field, and the enumeration below cn.gdpilot that Java reads the answer as. */
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            entry("accept-application outcome", "desk.application.acceptance.AcceptanceAnswer"),
            entry("answer-objection outcome", "desk.objection.ObjectionAnswer"),
            entry("decide-correction outcome", "desk.application.acceptance.CorrectionAnswer"),
            entry("decide-go-ahead outcome", "desk.goahead.GoAheadAnswer"),
            entry("confirm-opening outcome", "desk.campaign.OpeningAnswer"),
            entry("decide-remedy outcome", "desk.objection.RemedyAnswer"),
            entry("open-publicity outcome", "desk.publicity.PublicityAnswer"),
            entry("publish-result outcome", "desk.ministryreview.PublishingAnswer"),
            entry("record-check outcome", "domain.opinion.ReviewOutcome"),
            entry("resolve-duplicate keep", "desk.provincereview.Keep"),
            entry("resolve-duplicate outcome", "domain.duplicate.DuplicateOutcome"),
            entry("review-project outcome", "domain.opinion.ReviewOutcome"),
            entry("settle-review outcome", "desk.expertreview.SettlingAnswer"),
            entry("sign-recommendation outcome", "desk.recommendation.signing.SigningAnswer"));

    /** Choices that Java reads as one value of a larger vocabulary: a rule's number, the result of a look-up. */
    private static final Set<String> NO_QUESTION = Set.of("accept-application rule", "accept-application creditRecord");

    static Stream<String> questions() {
        return QUESTIONS.keySet().stream().sorted();
    }

    static Stream<File> models() {
        return Arrays.stream(PROCESSES.listFiles((folder, name) -> name.endsWith(".bpmn")))
                .sorted();
    }

    @Test
    @DisplayName("every radio and select field of a form is one of the questions")
    void allQuestions() {
        Set<String> known = new TreeSet<>(QUESTIONS.keySet());
        known.addAll(NO_QUESTION);
        assertThat(choices().keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    @DisplayName("each field of a shipped form is taken up by a step or a condition, and no name is left over")
    void takenUp() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (File form : FORMS.listFiles((folder, name) -> name.endsWith(".form"))) {
            fields.add("answer " + form.getName().replace(".form", "") + " "
                    + String.join(" ", new TreeSet<>(json(form).findValuesAsText("key"))));
        }
        assertThat(Files.readString(Path.of("src/main/resources/engine/models/answers.txt"))
                        .lines()
                        .filter(line -> line.startsWith("answer ")))
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    @DisplayName("a field's choices are the constants of its enumeration")
    void sameAnswers(String question) {
        assertThat(choices().get(question)).containsExactlyInAnyOrderElementsOf(constants(QUESTIONS.get(question)));
    }

    @Test
    @DisplayName("R2.3 the credit record's choices are states that a look-up may have")
    void creditRecord() {
        assertThat(constants("domain.eligibility.credit.CreditAnswer$State"))
                .containsAll(choices().get("accept-application creditRecord"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @DisplayName("a condition of a model compares the outcome with an answer of its tasks")
    void conditions(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Set<String> answers = model.getModelElementsByType(UserTask.class).stream()
                .map(task -> QUESTIONS.get(task.getCamundaFormRef() + " outcome"))
                .filter(question -> question != null)
                .flatMap(question -> constants(question).stream())
                .collect(toSet());
        assertThat(model.getModelElementsByType(ConditionExpression.class))
                .flatExtracting(condition -> COMPARED.matcher(condition.getTextContent())
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .isSubsetOf(answers);
    }

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new TreeMap<>();
        for (File form : FORMS.listFiles((folder, name) -> name.endsWith(".form"))) {
            for (JsonNode field : json(form).path("components")) {
                if (Set.of("radio", "select").contains(field.path("type").asText())) {
                    choices.put(
                            form.getName().replace(".form", "") + " "
                                    + field.path("key").asText(),
                            field.path("values").findValuesAsText("value"));
                }
            }
        }
        return choices;
    }

    private static List<String> constants(String type) {
        try {
            return Arrays.stream(Class.forName("cn.gdpilot." + type).getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(File file) {
        try {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new AssertionError(file + " is not JSON", e);
        }
    }
}
