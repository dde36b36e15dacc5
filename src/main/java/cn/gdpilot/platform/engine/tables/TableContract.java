package cn.gdpilot.platform.engine.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * Duties of a table towards its readers.
 *
 * @param id        of the decision, also the name of its file without the ending
 * @param rule      under which a person reads that its answer is unclear, e.g. "R2.12"
 * @param hitPolicy how many rows may answer
 * @param inputs    facts that it is asked with
 * @param outputs   columns that are read, by name, in order
 * @param owed      facts for which at least one row must answer
 * @param together  faults by column, in Chinese, of a row whose cells are right one by one; given facts and cells
 * @param whole     faults of all its answers taken together, in Chinese; asked when each by itself is right
 */
record TableContract(
        String id,
        String rule,
        HitPolicy hitPolicy,
        List<TableInput> inputs,
        Map<String, Cell> outputs,
        Predicate<Map<String, Object>> owed,
        BiFunction<Map<String, Object>, Map<String, Object>, Map<String, String>> together,
        Whole whole) {

    /** Judges a table as a whole. */
    interface Whole {

        /** @param table the rows that answer some facts */
        List<String> faults(Function<Map<String, Object>, List<Map<String, Object>>> table);
    }

    /** The same with further facts that it may be asked with. */
    TableContract with(List<TableInput> further) {
        List<TableInput> all = Stream.concat(inputs.stream(), further.stream()).toList();
        return new TableContract(id, rule, hitPolicy, all, outputs, owed, together, whole);
    }

    /** Faults of an answer by column, in Chinese; empty if it keeps to the contract. */
    Map<String, String> faults(Map<String, Object> facts, Map<String, Object> cells) {
        Map<String, String> faults = new LinkedHashMap<>();
        outputs.forEach((column, cell) -> cell.fault(cells.get(column)).ifPresent(what -> faults.put(column, what)));
        return faults.isEmpty() ? together.apply(facts, cells) : faults;
    }
}
