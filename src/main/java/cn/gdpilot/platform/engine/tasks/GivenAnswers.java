package cn.gdpilot.platform.engine.tasks;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The answers of the form by which a task is completed, for as long as that command runs. They are no variables: what
 * somebody wrote into the process before does not count as an answer.
 */
public final class GivenAnswers {

    private static final ThreadLocal<GivenAnswers> NOW = new ThreadLocal<>();
    private static final GivenAnswers NONE = new GivenAnswers(Map.of(), null);

    private final Map<String, Object> answers;
    private final TaskEntity task;

    private GivenAnswers(Map<String, Object> answers, TaskEntity task) {
        this.answers = answers;
        this.task = task;
    }

    /**
     * Answers.
     *
     * @param given   as sent; a null is an answer
     * @param offered what the form shows where nothing was sent
     * @param task    that is completed; null if there is none
     */
    public static GivenAnswers of(Map<String, Object> given, Map<String, Object> offered, TaskEntity task) {
        Map<String, Object> answers = new HashMap<>(offered);
        answers.putAll(given);
        return new GivenAnswers(answers, task);
    }

    /** The answers of the command that runs; none where no task is completed. */
    static GivenAnswers now() {
        GivenAnswers now = NOW.get();
        return now == null ? NONE : now;
    }

    /** Does work, in this thread, for which these are the answers. */
    public <T> T during(Supplier<T> completing) {
        GivenAnswers around = NOW.get();
        NOW.set(this);
        try {
            return completing.get();
        } finally {
            if (around == null) {
                NOW.remove();
            } else {
                NOW.set(around);
            }
        }
    }

    /** Null if there is none. */
    Object get(String name) {
        return answers.get(name);
    }

    /** The answer in the words of the task's form; null if there is none. */
    String words(String name) {
        return task == null || get(name) == null ? null : FormWords.of(task).shown(name, get(name));
    }

    /** The holder of the task, if it is the same step of the same instance as that one; null if it is another. */
    String holderOfSame(TaskEntity next) {
        return task != null
                        && task.getTaskDefinitionKey().equals(next.getTaskDefinitionKey())
                        && Objects.equals(task.getProcessInstanceId(), next.getProcessInstanceId())
                ? task.getAssignee()
                : null;
    }
}
