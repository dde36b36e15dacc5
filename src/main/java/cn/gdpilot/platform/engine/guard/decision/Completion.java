package cn.gdpilot.platform.engine.guard.decision;

import java.util.function.Supplier;

/** A person's own command that completes a task, as long as it runs: no model, timer or message can bring one about. */
final class Completion {

    private static final ThreadLocal<Completion> NOW = new ThreadLocal<>();

    private final String taskId;
    private final String person;
    private ContractTask decided;
    private String instance;

    private Completion(String taskId, String person) {
        this.taskId = taskId;
        this.person = person;
    }

    static <T> T of(String taskId, String person, Supplier<T> work) {
        NOW.set(new Completion(taskId, person));
        try {
            return work.get();
        } finally {
            NOW.remove();
        }
    }

    /** Null where nobody completes a task. */
    static Completion now() {
        return NOW.get();
    }

    boolean isOf(String task, String someone) {
        return taskId.equals(task) && person.equals(someone);
    }

    /** Its task is one of the contract's, and its decision has been taken: what the model draws behind it may take effect. */
    void decided(ContractTask asked, String processInstance) {
        decided = asked;
        instance = processInstance;
    }

    boolean hasDecided(ContractTask asked, String processInstance) {
        return asked.equals(decided) && processInstance.equals(instance);
    }
}
