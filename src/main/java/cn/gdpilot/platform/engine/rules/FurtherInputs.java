package cn.gdpilot.platform.engine.rules;

import java.util.Map;

/** A port: what a table is asked with beside the inputs that a model draws, because a round's notice asks it. */
public interface FurtherInputs {

    /**
     * Facts by name, from the business tables.
     *
     * @param table       id of the decision
     * @param process     id of the process that asks it
     * @param businessKey of its instance
     */
    Map<String, Object> of(String table, String process, String businessKey);
}
