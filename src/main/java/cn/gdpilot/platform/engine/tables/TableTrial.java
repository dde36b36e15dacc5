package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;

/** Asks a table with sample facts before it is taken in: finds faults that no cell shows by itself. */
class TableTrial {

    /** Above so many combinations the rows' own facts are tried. */
    private static final int MOST = 600;

    private final BareTables tables;

    TableTrial(BareTables tables) {
        this.tables = tables;
    }

    /**
     * Faults met with some samples, in Chinese, each once; empty if there are none.
     *
     * @param further texts to try an input with, by its name, beside its own samples
     * @param rows    the rows by themselves: their facts are tried for a table with too many combinations
     */
    Set<TableFault> faults(TableContract contract, DmnDecision table, Map<String, Set<String>> further, RowTrial rows) {
        Set<TableFault> faults = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        for (Map<String, Object> facts : combinations(contract, further, rows.facts())) {
            try {
                List<Map<String, Object>> answers = tables.rows(table, facts);
                answers.forEach(row -> contract.faults(facts, row).forEach((column, what) -> {
                    if (told.add(column + what)) {
                        faults.add(TableFault.of(Rule.TABLE_CELL, "table.trial.output", words(facts), column, what));
                    }
                }));
                if (answers.isEmpty() && contract.owed().test(facts)) {
                    faults.add(TableFault.of(Rule.TABLE_GAP, "table.trial.no-row", words(facts)));
                }
            } catch (TableFailure e) {
                failed(facts, e, rows, told).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<TableFault> failed(
            Map<String, Object> facts, TableFailure failure, RowTrial rows, Set<String> told) {
        if (failure.getCause() instanceof DmnHitPolicyException) {
            String hits = rows.hits(facts).stream().map(String::valueOf).collect(Collectors.joining("、"));
            return told.add(hits)
                    ? Optional.of(TableFault.at(
                            rows.lastHit(facts),
                            Rule.TABLE_OVERLAP,
                            Texts.of("table.trial.several", words(facts), hits)))
                    : Optional.empty();
        }
        return told.add(failure.getCause().getClass().getName())
                ? Optional.of(TableFault.of(Rule.TABLE_CELL, "table.trial.failed", words(facts), failure.getMessage()))
                : Optional.empty();
    }

    private static Collection<Map<String, Object>> combinations(
            TableContract contract, Map<String, Set<String>> further, Collection<Map<String, Object>> rows) {
        Map<String, List<Object>> samples = new LinkedHashMap<>();
        for (TableInput input : contract.inputs()) {
            Set<Object> values = new LinkedHashSet<>(input.samples());
            values.addAll(further.getOrDefault(input.name(), Set.of()));
            List<Object> all = new ArrayList<>(values);
            all.add(null);
            samples.put(input.name(), all);
        }
        long count = samples.values().stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
        return count <= MOST ? every(samples) : rows;
    }

    private static List<Map<String, Object>> every(Map<String, List<Object>> samples) {
        List<Map<String, Object>> all = List.of(Collections.emptyMap());
        for (Map.Entry<String, List<Object>> input : samples.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            all.forEach(facts -> input.getValue().forEach(value -> {
                Map<String, Object> more = new LinkedHashMap<>(facts);
                more.put(input.getKey(), value);
                longer.add(more);
            }));
            all = longer;
        }
        return all;
    }

    /** Facts as a designer reads them. */
    static String words(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact ->
                        fact.getKey() + "=" + (fact.getValue() == null ? Texts.of("table.unknown") : fact.getValue()))
                .collect(Collectors.joining("，"));
    }
}
