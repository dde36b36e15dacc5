package cn.gdpilot.platform.engine.tasks;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A port: holds the answers of a task's form against questions that are declared as data, before anything is written. */
public interface AskedQuestions {

    /**
     * Checks what is given.
     *
     * @param process     id of the process
     * @param task        id of the task in it
     * @param businessKey of the instance
     * @param given       answers by field
     * @param shown       whether the task's form has a field of that name: its instance may be older than a question
     * @return names of the fields that the form asks for these questions; what is left empty counts as said, too
     * @throws cn.gdpilot.domain.text.Refusal if one does not fit, or is missing
     */
    Set<String> check(
            String process, String task, String businessKey, Map<String, Object> given, Predicate<String> shown);
}
