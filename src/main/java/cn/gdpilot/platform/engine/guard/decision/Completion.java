package cn.gdpilot.platform.engine.guard.decision;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A person's own command that completes a task or begins a process, as long as it runs: no model, timer or message can
 * bring one about.
 */
final class Completion {

    private static final ThreadLocal<Completion> NOW = new ThreadLocal<>();

    private final String taskId;
    private final String definitionId;
    private final String person;
    private ContractTask decided;
    private String instance;
    private Map<String, String> keys = Map.of();
    private Set<String> groups = Set.of();
    private String taskName;

    private Completion(String taskId, String definitionId, String person) {
        this.taskId = taskId;
        this.definitionId = definitionId;
        this.person = person;
    }

    static <T> T of(String taskId, String person, Supplier<T> work) {
        return during(new Completion(taskId, null, person), work);
    }

    /** The person begins a process of that definition by its start form. */
    static <T> T starting(String definitionId, String person, Supplier<T> work) {
        return during(new Completion(null, definitionId, person), work);
    }

    private static <T> T during(Completion completion, Supplier<T> work) {
        NOW.set(completion);
        try {
            return work.get();
        } finally {
            NOW.remove();
        }
    }

    /** Null where nobody completes a task or begins a process. */
    static Completion now() {
        return NOW.get();
    }

    boolean isOf(String task, String someone) {
        return task.equals(taskId) && person.equals(someone);
    }

    /** True once for a command: a model that comes by again has no word of a person for it. */
    boolean begins(String definition, String someone, ContractTask start) {
        return decided == null && definition.equals(definitionId) && person.equals(someone) && take(start);
    }

    private boolean take(ContractTask start) {
        decided = start;
        return true;
    }

    /** Its task is one of the contract's, and its decision has been taken: what the model draws behind it may take effect. */
    void decided(ContractTask asked, String processInstance, Map<String, String> ofCase) {
        decided = asked;
        instance = processInstance;
        keys = ofCase;
    }

    /** Groups that the model names for the task in plain words, and the task's name. */
    void asks(Set<String> named, String name) {
        groups = named;
        taskName = name;
    }

    Set<String> groups() {
        return groups;
    }

    String taskName() {
        return taskName;
    }

    /** The task at which it was decided, if in the instance of this step and about the same case; null if it was not. */
    ContractTask decidedFor(DelegateExecution step) {
        return decided != null && hasDecided(decided, step) ? decided : null;
    }

    /** True if it was decided at that task, in the instance of this step, about the same case: a loop may hand on another. */
    boolean hasDecided(ContractTask asked, DelegateExecution step) {
        return asked.equals(decided)
                && step.getProcessInstanceId().equals(instance)
                && keys.entrySet().stream()
                        .allMatch(key -> key.getValue().equals(String.valueOf(step.getVariable(key.getKey()))));
    }
}
