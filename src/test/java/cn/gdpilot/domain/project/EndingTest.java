package cn.gdpilot.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step into an end has a decision about it, and no decision is about a step that there is not. */
class EndingTest {

    private static final Path LETTERS = Path.of("content/letters");

    record Step(ApplicationState from, ApplicationState to) {}

    static List<Step> stepsIntoAnEnd() {
        return Arrays.stream(ApplicationState.values())
                .flatMap(from -> Arrays.stream(ApplicationState.values()).map(to -> new Step(from, to)))
                .filter(step -> step.from().mayBecome(step.to()) && step.to().over())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stepsIntoAnEnd")
    @DisplayName("a step of the state machine into an end → one decision about it")
    void decided(Step step) {
        assertThat(Ending.of(step.from(), step.to())).isNotNull();
    }

    @Test
    @DisplayName("every decision → about a step that the state machine has, and about no step twice")
    void noneTooMany() {
        Set<Ending> used = stepsIntoAnEnd().stream()
                .map(step -> Ending.of(step.from(), step.to()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ending.class)));

        assertThat(used).containsExactlyInAnyOrder(Ending.values());
        assertThat(Arrays.stream(Ending.values()).flatMap(Ending::steps)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Ending.values()).flatMap(Ending::steps))
                .allSatisfy(step ->
                        assertThat(step.getKey().mayBecome(step.getValue())).isTrue());
    }

    @Test
    @DisplayName("a step without a decision → refused by the program, not taken in silence")
    void undecided() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Ending.of(ApplicationState.PILOT, ApplicationState.WITHDRAWN))
                .withMessageContaining("PILOT");
    }

    @Test
    @DisplayName("outcomes that an office decided → that office answers; others → nothing to object to")
    void objections() {
        assertThat(Ending.answering(ApplicationState.REFUSED)).contains(Decider.UNIT);
        assertThat(Ending.answering(ApplicationState.NOT_RECOMMENDED)).contains(Decider.UNIT);
        assertThat(Ending.answering(ApplicationState.DUPLICATE)).contains(Decider.DEPARTMENT);
        assertThat(Ending.answering(ApplicationState.NOT_FORWARDED)).contains(Decider.DEPARTMENT);
        assertThat(Ending.answering(ApplicationState.NOT_SELECTED)).contains(Decider.MINISTRY);
        assertThat(Stream.of(
                        ApplicationState.WITHDRAWN,
                        ApplicationState.MISSED_DEADLINE,
                        ApplicationState.PILOT_ENDED,
                        ApplicationState.RANKED))
                .allSatisfy(state -> assertThat(Ending.answering(state)).isEmpty());
    }

    @Test
    @DisplayName("each state that may be objected to → the same office by whichever step it was reached")
    void oneOffice() {
        assertThat(Arrays.stream(Ending.values())
                        .flatMap(ending -> ending.steps().map(step -> List.of(step.getValue(), ending.decider())))
                        .distinct())
                .hasSize((int) Arrays.stream(ApplicationState.values())
                        .filter(ApplicationState::over)
                        .count());
    }

    @Test
    @DisplayName("an end → its letters tell of it; a discarded draft → nobody is told")
    void told() {
        assertThat(Arrays.stream(Ending.values()).filter(one -> one.letters().isEmpty()))
                .containsExactly(Ending.DISCARDED);
        assertThat(Arrays.stream(Ending.values()).flatMap(one -> one.letters().stream()))
                .as("no letter without an end")
                .contains(EndLetter.values());
    }

    @ParameterizedTest
    @EnumSource(EndLetter.class)
    @DisplayName("a letter of an end → has a text that officers edit")
    void text(EndLetter letter) {
        assertThat(LETTERS.resolve(letter.kind().text() + ".txt")).isRegularFile();
    }

    static Stream<Told> toldToApplicants() {
        return Arrays.stream(Ending.values())
                .flatMap(ending -> ending.letters().stream()
                        .filter(letter -> letter != EndLetter.WITHDRAWAL)
                        .map(letter -> new Told(ending, letter)));
    }

    record Told(Ending ending, EndLetter letter) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("toldToApplicants")
    @DisplayName(
            "an end told to its applicant → the letter says by when and where to object, or which other way there is")
    void remedy(Told told) throws IOException {
        String text = Files.readString(LETTERS.resolve(told.letter().kind().text() + ".txt"));

        if (told.ending().decider().isPresent()) {
            assertThat(text).contains("{{objectUntil}} 前", "“异议”一栏");
        } else {
            assertThat(text).doesNotContain("objectUntil").containsAnyOf("恢复办理", "新建申请", "再次申报");
        }
    }

    @ParameterizedTest
    @EnumSource(EndLetter.class)
    @DisplayName("a letter of an end → gives grounds, never the name of a decision table")
    void noTable(EndLetter letter) throws IOException {
        String text = Files.readString(LETTERS.resolve(letter.kind().text() + ".txt"));

        assertThat(text).doesNotContain("决策表", "查重表", ".dmn");
        assertThat(letter == EndLetter.PILOT_ENDED || text.contains("{{grounds}}"))
                .isTrue();
    }
}
