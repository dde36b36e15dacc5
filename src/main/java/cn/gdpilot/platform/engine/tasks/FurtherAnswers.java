package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.GROUNDS;
import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;
import static cn.gdpilot.platform.engine.variables.CaseVariables.UNIT;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.opinion.CaseKey;
import cn.gdpilot.domain.opinion.FormAnswer;
import cn.gdpilot.domain.opinion.FormAnswers;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Keeps what a form was answered beside the questions that steps take up ({@code engine/models/answers.txt}): a designer may add
 * a field, and its answer must not be lost with the transaction.
 */
@Component
class FurtherAnswers {

    private static final int LONGEST_LABEL = 500;
    private static final int LONGEST_NAME = 255;
    /** They stand in the record with the task. */
    private static final Set<String> DECISION = Set.of(OUTCOME, GROUNDS);

    private static final int LONGEST_KEY = 20;
    private static final String OF_ONE_APPLICATION = "application";

    private final Map<String, Set<String>> takenUp = takenUp();
    private final ObjectProvider<FormAnswers> answers;
    private final ObjectProvider<PilotClock> clock;
    private final ObjectProvider<AskedQuestions> questions;
    private final CurrentOfficer officer;

    /** Answers and clock are looked up when they are asked for: both come after the engine, which needs this. */
    FurtherAnswers(
            ObjectProvider<FormAnswers> answers,
            ObjectProvider<PilotClock> clock,
            ObjectProvider<AskedQuestions> questions,
            CurrentOfficer officer) {
        this.questions = questions;
        this.answers = answers;
        this.clock = clock;
        this.officer = officer;
    }

    /** Keeps what is given and taken up by nobody, in the transaction of the completion. */
    void keep(TaskEntity task, Map<String, Object> given) {
        if (task == null) {
            return;
        }
        FormWords words = FormWords.of(task);
        Set<String> asked = questions.stream()
                .flatMap(one -> one
                        .check(
                                task.getProcessDefinition().getKey(),
                                task.getTaskDefinitionKey(),
                                task.getProcessInstance().getBusinessKey(),
                                given,
                                words::has)
                        .stream())
                .collect(Collectors.toSet());
        Set<String> known = takenUp.getOrDefault(FormWords.id(task), DECISION);
        List<String> further = Stream.concat(given.keySet().stream(), asked.stream())
                .distinct()
                .filter(name -> !known.contains(name) && !DECISION.contains(name))
                .sorted()
                .toList();
        if (further.isEmpty()) {
            return;
        }
        CaseKey about = about(task);
        for (String field : further) {
            String shown = words.shown(field, given.get(field));
            if (shown != null || asked.contains(field)) {
                answers.getObject()
                        .keep(
                                about,
                                new FormAnswer(
                                        clock.getObject().now(),
                                        officer.actor().person(),
                                        task.getTaskDefinitionKey(),
                                        Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                                        cut(field, LONGEST_NAME),
                                        cut(words.label(field), LONGEST_LABEL),
                                        cut(Objects.requireNonNullElse(shown, ""), TextLimit.ANSWER.length()),
                                        cut(Objects.toString(given.get(field), ""), TextLimit.ANSWER.length())));
            }
        }
    }

    /** The application's own process is known by its key; elsewhere a variable says what the task is about. */
    private static CaseKey about(TaskEntity task) {
        if (task.getProcessDefinition().getKey().equals(OF_ONE_APPLICATION)) {
            return CaseKey.ofApplication(task.getProcessInstance().getBusinessKey());
        }
        String application = text(task, APPLICATION_ID);
        return application == null
                ? CaseKey.ofList(text(task, CAMPAIGN_ID), text(task, UNIT))
                : CaseKey.ofApplication(application);
    }

    private static String text(TaskEntity task, String name) {
        return task.getVariable(name) instanceof String text && text.length() <= LONGEST_KEY ? text : null;
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static Map<String, Set<String>> takenUp() {
        try (var file = new ClassPathResource("engine/models/answers.txt").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("answer "))
                    .map(line -> List.of(line.split(" ")))
                    .collect(Collectors.toMap(
                            words -> words.get(1), words -> Set.copyOf(words.subList(2, words.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
