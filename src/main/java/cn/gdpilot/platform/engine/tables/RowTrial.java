package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Evaluates each cell of one table by itself, with facts that meet the conditions of its row: the engine parses a cell only
 * when its row is asked, and does not say which cell fails.
 */
class RowTrial {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"])-?\\d+(\\.\\d+)?");
    private static final double NEAR = 0.001;

    private final BareTables tables;
    private final TableContract contract;
    private final List<Input> columns;
    private final List<Output> outputs;
    private final List<Rule> rows;
    private final Map<String, List<Object>> samples = new LinkedHashMap<>();
    private final Map<String, Object> first = new LinkedHashMap<>();
    private final Set<TableFault> faults = new LinkedHashSet<>();
    /** Values of each fact with which each row is hit. */
    private final List<Map<String, List<Object>>> met = new ArrayList<>();

    private final Set<Map<String, Object>> facts = new LinkedHashSet<>();

    RowTrial(BareTables tables, TableContract contract, DecisionTable table) {
        this.tables = tables;
        this.contract = contract;
        this.columns = List.copyOf(table.getInputs());
        this.outputs = List.copyOf(table.getOutputs());
        this.rows = List.copyOf(table.getRules());
        contract.inputs().forEach(input -> samples.put(input.name(), samples(input)));
        samples.forEach((name, values) -> first.put(name, values.get(0)));
        columns.forEach(this::column);
        for (int i = 0; i < rows.size(); i++) {
            row(i + 1, rows.get(i));
        }
        if (faults.isEmpty() && contract.hitPolicy() == HitPolicy.FIRST) {
            inOrder();
        }
    }

    /** Where the first row that is hit answers: each row has facts of its own, and some row answers all facts. */
    private void inOrder() {
        for (int i = 0; i < rows.size(); i++) {
            int before = i;
            if (combinations(met.get(i)).filter(one -> !one.isEmpty()).allMatch(one -> isMet(one, before))) {
                faults.add(TableFault.at(
                        rows.get(i).getId(),
                        cn.gdpilot.platform.engine.faults.Rule.TABLE_NEVER,
                        Texts.of("table.shadowed", i + 1)));
            }
        }
        combinations(samples)
                .filter(one -> !isMet(one, rows.size()))
                .findFirst()
                .ifPresent(one -> faults.add(TableFault.of(
                        cn.gdpilot.platform.engine.faults.Rule.TABLE_GAP,
                        "table.trial.no-row",
                        TableTrial.words(one))));
    }

    /** True if one of the first rows is hit. */
    private boolean isMet(Map<String, Object> asked, int before) {
        return met.subList(0, before).stream()
                .anyMatch(row -> asked.entrySet().stream()
                        .allMatch(fact -> row.get(fact.getKey()).contains(fact.getValue())));
    }

    private static Stream<Map<String, Object>> combinations(Map<String, List<Object>> values) {
        Stream<Map<String, Object>> all = Stream.of(Map.of());
        for (Map.Entry<String, List<Object>> fact : values.entrySet()) {
            all = all.flatMap(one -> fact.getValue().stream().map(value -> with(one, fact.getKey(), value)));
        }
        return all;
    }

    /** Faults with row and column, in Chinese; empty if each cell can be evaluated and keeps to the contract. */
    Set<TableFault> faults() {
        return faults;
    }

    /** Facts that meet the conditions of the rows, one varied at a time. */
    Set<Map<String, Object>> facts() {
        return facts;
    }

    /** Numbers of the rows whose conditions all hold for these facts, from 1. */
    List<Integer> hits(Map<String, Object> facts) {
        return IntStream.range(0, rows.size())
                .filter(row -> isHit(rows.get(row), facts))
                .map(row -> row + 1)
                .boxed()
                .toList();
    }

    /** Id of the last row whose conditions hold for these facts; null if none does. */
    String lastHit(Map<String, Object> facts) {
        List<Integer> hits = hits(facts);
        return hits.isEmpty() ? null : rows.get(hits.get(hits.size() - 1) - 1).getId();
    }

    private boolean isHit(Rule row, Map<String, Object> facts) {
        List<String> conditions = conditions(row);
        return IntStream.range(0, columns.size())
                .allMatch(i -> isOpen(conditions.get(i))
                        || tables.holds(conditions.get(i), tables.value(TableText.of(columns.get(i)), facts), facts));
    }

    private static boolean isOpen(String condition) {
        return condition.isEmpty() || condition.equals("-");
    }

    /** Samples of the contract, texts and numbers of the conditions with their neighbours, and null. */
    private List<Object> samples(TableInput input) {
        Set<Object> values = new LinkedHashSet<>(input.samples());
        for (int i = 0; i < columns.size(); i++) {
            if (input.name().equals(TableText.of(columns.get(i)))) {
                for (Rule row : rows) {
                    values.addAll(near(input, conditions(row).get(i)));
                }
            }
        }
        List<Object> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    private List<String> conditions(Rule row) {
        return padded(row.getInputEntries().stream().map(TableText::of), columns.size());
    }

    /** A row may lack its last cells; they are empty. */
    private static List<String> padded(Stream<String> texts, int length) {
        return Stream.concat(texts, Stream.generate(() -> "")).limit(length).toList();
    }

    private static Set<Object> near(TableInput input, String condition) {
        Set<Object> values = new LinkedHashSet<>();
        if (input.isText()) {
            values.addAll(TableText.quoted(condition));
        } else if (input.isNumber()) {
            NUMBER.matcher(condition)
                    .results()
                    .map(found -> Double.valueOf(found.group()))
                    .forEach(number -> {
                        if (input.isWhole()) {
                            values.addAll(List.of(number.intValue() - 1, number.intValue(), number.intValue() + 1));
                        } else {
                            values.addAll(List.of(number - NEAR, number, number + NEAR));
                        }
                    });
        }
        return values;
    }

    private void column(Input column) {
        String expression = TableText.of(column);
        try {
            tables.value(expression, first);
        } catch (TableFailure e) {
            faults.add(TableFault.at(
                    column.getId(),
                    cn.gdpilot.platform.engine.faults.Rule.TABLE_FEEL,
                    Texts.of("table.input.unreadable", TableText.label(column.getLabel(), expression), expression)));
        }
    }

    private void row(int number, Rule row) {
        Map<String, List<Object>> meeting = new LinkedHashMap<>(samples);
        List<String> conditions = conditions(row);
        List<InputEntry> cells = List.copyOf(row.getInputEntries());
        for (int i = 0; i < columns.size(); i++) {
            if (i < cells.size()) {
                condition(number, columns.get(i), cells.get(i), conditions.get(i), meeting);
            }
        }
        met.add(meeting);
        boolean isMet = meeting.values().stream().noneMatch(List::isEmpty);
        Set<Map<String, Object>> own = isMet ? variations(meeting) : Set.of(first);
        if (isMet) {
            facts.addAll(own);
        } else if (faults.isEmpty()) {
            faults.add(TableFault.at(
                    row.getId(), cn.gdpilot.platform.engine.faults.Rule.TABLE_NEVER, Texts.of("table.never", number)));
        }
        answers(number, row, own, isMet);
    }

    /** Leaves the values for which the condition holds. */
    private void condition(
            int number, Input column, InputEntry cell, String condition, Map<String, List<Object>> meeting) {
        if (isOpen(condition)) {
            return;
        }
        String name = TableText.of(column);
        try {
            if (meeting.containsKey(name)) {
                meeting.put(
                        name,
                        meeting.get(name).stream()
                                .filter(value -> tables.holds(condition, value, with(first, name, value)))
                                .toList());
            } else {
                tables.holds(condition, tables.value(name, first), first);
            }
        } catch (TableFailure e) {
            faults.add(TableFault.at(
                    cell.getId(),
                    cn.gdpilot.platform.engine.faults.Rule.TABLE_FEEL,
                    TableText.cell(number, column.getLabel(), name, Texts.of("table.cell.unreadable", condition))));
        }
    }

    private static Set<Map<String, Object>> variations(Map<String, List<Object>> meeting) {
        Map<String, Object> base = new LinkedHashMap<>();
        meeting.forEach((name, values) -> base.put(name, values.get(0)));
        Set<Map<String, Object>> all = new LinkedHashSet<>();
        meeting.forEach((name, values) -> values.forEach(value -> all.add(with(base, name, value))));
        return all;
    }

    private void answers(int number, Rule row, Set<Map<String, Object>> own, boolean isMet) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        List<String> texts = padded(row.getOutputEntries().stream().map(TableText::of), outputs.size());
        List<OutputEntry> written = List.copyOf(row.getOutputEntries());
        for (int i = 0; i < outputs.size(); i++) {
            String cell = i < written.size() ? written.get(i).getId() : row.getId();
            answers.put(outputs.get(i).getName(), new Answer(outputs.get(i), cell, texts.get(i)));
        }
        Set<String> told = new LinkedHashSet<>();
        for (Map<String, Object> asked : own) {
            Map<String, Object> cells = new HashMap<>();
            answers.forEach((column, answer) -> value(asked, answer)
                    .ifPresentOrElse(value -> cells.put(column, value.value()), () -> {
                        if (told.add(column)) {
                            faults.add(TableFault.at(
                                    answer.cell(),
                                    cn.gdpilot.platform.engine.faults.Rule.TABLE_FEEL,
                                    TableText.cell(
                                            number,
                                            answer.output().getLabel(),
                                            column,
                                            Texts.of("table.cell.unreadable", answer.text()))));
                        }
                    }));
            if (isMet && told.isEmpty()) {
                contract.faults(asked, cells).forEach((column, what) -> {
                    if (told.add(column)) {
                        faults.add(TableFault.at(
                                answers.get(column).cell(),
                                cn.gdpilot.platform.engine.faults.Rule.TABLE_CELL,
                                TableText.cell(
                                        number,
                                        answers.get(column).output().getLabel(),
                                        column,
                                        Texts.of("table.cell.tried", TableTrial.words(asked), what))));
                    }
                });
            }
        }
    }

    /** The value for these facts; empty if it cannot be evaluated. */
    private Optional<Literal> value(Map<String, Object> asked, Answer answer) {
        if (answer.text().isEmpty()) {
            return Optional.of(new Literal(null));
        }
        try {
            return Optional.of(new Literal(tables.value(answer.text(), asked)));
        } catch (TableFailure e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return more;
    }

    /**
     * A cell of an output column.
     *
     * @param output its column
     * @param cell   its id
     * @param text   as it is written
     */
    private record Answer(Output output, String cell, String text) {}
}
