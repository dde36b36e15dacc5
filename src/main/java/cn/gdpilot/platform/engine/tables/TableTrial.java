package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;

/** Asks a table with sample facts before it is taken in: finds what cannot be read off its cells. */
class TableTrial {

    /** Above so many combinations each fact is varied alone. */
    private static final int MOST = 600;

    private final DmnEngine engine;

    TableTrial(DmnEngine engine) {
        this.engine = engine;
    }

    /**
     * What goes wrong with some samples, in Chinese, each fault once; empty if nothing does.
     *
     * @param further texts to try an input with, by its name, beside its own samples
     */
    Set<String> faults(TableContract contract, DmnDecision table, Map<String, Set<String>> further) {
        Set<String> faults = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        for (Map<String, Object> facts : combinations(contract, further)) {
            try {
                List<Map<String, Object>> rows = engine.evaluateDecisionTable(table, facts).getResultList();
                rows.forEach(row -> contract.outputs().forEach((column, cell) -> cell.fault(row.get(column))
                        .filter(what -> told.add(column + what))
                        .ifPresent(what -> faults.add(Texts.of("table.trial.output", words(facts), column, what)))));
                if (rows.isEmpty() && contract.owed().test(facts)) {
                    faults.add(Texts.of("table.trial.no-row", words(facts)));
                }
            } catch (DmnEngineException e) {
                if (told.add(e.getClass().getName())) {
                    faults.add(Texts.of("table.trial.failed", words(facts), e.getMessage()));
                }
            }
        }
        return faults;
    }

    private static List<Map<String, Object>> combinations(TableContract contract, Map<String, Set<String>> further) {
        Map<String, List<Object>> samples = new LinkedHashMap<>();
        for (TableInput input : contract.inputs()) {
            Set<Object> values = new LinkedHashSet<>(input.samples());
            values.addAll(further.getOrDefault(input.name(), Set.of()));
            List<Object> all = new ArrayList<>(values);
            all.add(null);
            samples.put(input.name(), all);
        }
        long count = samples.values().stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
        return count <= MOST ? every(samples) : oneByOne(samples);
    }

    private static List<Map<String, Object>> every(Map<String, List<Object>> samples) {
        List<Map<String, Object>> all = List.of(Collections.emptyMap());
        for (Map.Entry<String, List<Object>> input : samples.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            all.forEach(facts -> input.getValue().forEach(value -> longer.add(with(facts, input.getKey(), value))));
            all = longer;
        }
        return all;
    }

    /** Each fact varied alone, once while nothing else is known and once beside the first sample of each other. */
    private static List<Map<String, Object>> oneByOne(Map<String, List<Object>> samples) {
        Map<String, Object> nothing = new HashMap<>();
        Map<String, Object> known = new HashMap<>();
        samples.forEach((name, values) -> {
            nothing.put(name, null);
            known.put(name, values.get(0));
        });
        List<Map<String, Object>> all = new ArrayList<>();
        samples.forEach((name, values) -> values.forEach(value -> {
            all.add(with(nothing, name, value));
            all.add(with(known, name, value));
        }));
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return more;
    }

    private static String words(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + (fact.getValue() == null ? Texts.of("table.unknown") : fact.getValue()))
                .collect(Collectors.joining("，"));
    }
}
