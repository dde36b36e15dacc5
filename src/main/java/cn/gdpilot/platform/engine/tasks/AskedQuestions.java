package cn.gdpilot.platform.engine.tasks;

import java.util.Map;

/** A port: holds the answers of a task's form against questions that are declared as data, before anything is written. */
public interface AskedQuestions {

    /**
     * Checks what is given.
     *
     * @param process     id of the process
     * @param task        id of the task in it
     * @param businessKey of the instance
     * @param given       answers by field
     * @throws cn.gdpilot.domain.text.Refusal if one does not fit, or is missing
     */
    void check(String process, String task, String businessKey, Map<String, Object> given);
}
