package cn.gdpilot.platform.engine.tasks;

import static cn.gdpilot.platform.engine.variables.CaseVariables.GROUNDS;
import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What a person answered on a task's form, and the keys of the case. Answers last as long as the command that completes the
 * task; each is checked again by the desk that uses it.
 */
public final class TaskAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DelegateExecution execution;
    private final GivenAnswers given;

    private TaskAnswers(DelegateExecution execution, GivenAnswers given) {
        this.execution = execution;
        this.given = given;
    }

    /** The answers of the task that is being completed, at a step behind it. */
    public static TaskAnswers of(DelegateExecution execution) {
        return new TaskAnswers(execution, GivenAnswers.now());
    }

    /** The answer as text without surrounding blanks; null if there is nothing to read. */
    public String text(String name) {
        Object answer = given.get(name);
        String text = answer == null ? "" : Words.typed(String.valueOf(answer));
        return text.isEmpty() ? null : text;
    }

    /**
     * The same, where forms and columns bound it: the engine's own address takes more than the form does.
     *
     * @throws Refusal if it is longer
     */
    public String text(String name, TextLimit limit) {
        String text = text(name);
        if (limit.exceededBy(text)) {
            throw Refusal.invalid("guard.answer-long", limit.length());
        }
        return text;
    }

    /** The answer in the words of the form, e.g. the label of the choice; null if there is none. */
    public String words(String name) {
        String words = given.words(name);
        return words == null ? null : words.substring(0, Math.min(words.length(), TextLimit.REASON.length()));
    }

    /**
     * The person's decision.
     *
     * @param question its constants are the answers that the task offers
     * @throws Refusal if none or another was given
     */
    public <E extends Enum<E>> E outcome(Class<E> question) {
        E outcome = choice(OUTCOME, question);
        if (outcome == null) {
            throw Refusal.invalid("task.outcome");
        }
        return outcome;
    }

    /**
     * Holds that the person has decided that: a model may lead any answer anywhere.
     *
     * @throws Refusal if none or another was given
     */
    public <E extends Enum<E>> void decided(Class<E> question, E one) {
        if (outcome(question) != one) {
            throw Refusal.forbidden("task.not-asked");
        }
    }

    /**
     * One of the choices of a field; null if none was made.
     *
     * @param choices its constants are the choices that the form offers
     * @throws Refusal if another was made
     */
    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        String chosen = text(name);
        return chosen == null
                ? null
                : EnumSet.allOf(choices).stream()
                        .filter(one -> one.name().equals(chosen))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("task.outcome"));
    }

    /** The grounds in words; null if none are given. */
    public String grounds() {
        return text(GROUNDS, TextLimit.GROUNDS);
    }

    /** The grounds in words, where they must be given. */
    public String requiredGrounds() {
        String grounds = grounds();
        if (grounds == null) {
            throw Refusal.invalid("task.grounds");
        }
        return grounds;
    }

    /** A whole number of zero or more. */
    public int count(String name) {
        String text = text(name);
        if (text == null || !text.matches("\\d{1,4}")) {
            throw Refusal.invalid("task.count");
        }
        return Integer.parseInt(text);
    }

    /** Entries separated by lines, commas or blanks; empty if there are none. */
    public List<String> list(String name) {
        String text = text(name);
        return text == null ? List.of() : List.of(text.split("[\\s,，;；、]+"));
    }

    /**
     * What was ticked in a checklist, which the Tasklist hands over as the text of a JSON array; empty if nothing.
     *
     * @throws Refusal if it is no list of texts
     */
    public List<String> chosen(String name) {
        String text = text(name);
        try {
            return text == null ? List.of() : List.of(JSON.readValue(text, String[].class));
        } catch (JsonProcessingException | NullPointerException noList) {
            throw Refusal.invalid("guard.answer");
        }
    }

    public String businessKey() {
        return execution.getProcessBusinessKey();
    }

    /** A key of the case, set by the model. */
    public String key(String name) {
        return (String) execution.getVariable(name);
    }
}
