package cn.gdpilot.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.platform.engine.gate.rules.Contract;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The choices of forms, and those that the gate knows, are the constants of one enumeration a question. */
class AnswersTest {

    private static final File FORMS = new File("forms");
    private static final ObjectMapper JSON = new ObjectMapper();

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
        String[] words = question.split(" ");
        List<String> constants = constants(QUESTIONS.get(question));

        assertThat(choices().get(question)).containsExactlyInAnyOrderElementsOf(constants);
        assertThat(Contract.load().answers(words[0], words[1]))
                .as("contract.txt")
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    @DisplayName("R2.3 the credit record's choices are states that a look-up may have")
    void creditRecord() {
        assertThat(constants("domain.eligibility.credit.CreditAnswer$State"))
                .containsAll(choices().get("accept-application creditRecord"));
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
