package cn.gdpilot.platform.engine.guard.decision;

/**
 * A task, or a start form, at which a person decides, by the names that are contracts between models and program.
 *
 * @param process key of the process
 * @param task    id of the user task, or start event, in it
 */
public record ContractTask(String process, String task) {}
