package cn.gdpilot.platform.engine.guard.decision;

/**
 * A task at which a person decides, by the names that are contracts between models and program.
 *
 * @param process key of the process
 * @param task    id of the user task in it
 */
public record ContractTask(String process, String task) {}
