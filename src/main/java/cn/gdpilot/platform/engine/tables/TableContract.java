package cn.gdpilot.platform.engine.tables;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * What a table owes its readers.
 *
 * @param id        of the decision, also the name of its file without the ending
 * @param rule      under which a person reads that its answer is unclear, e.g. "R2.12"
 * @param hitPolicy how many rows may answer
 * @param inputs    facts that it is asked with
 * @param outputs   columns that are read, by name, in order
 * @param owed      facts for which at least one row must answer
 */
record TableContract(
        String id,
        String rule,
        HitPolicy hitPolicy,
        List<TableInput> inputs,
        Map<String, Cell> outputs,
        Predicate<Map<String, Object>> owed) {}
