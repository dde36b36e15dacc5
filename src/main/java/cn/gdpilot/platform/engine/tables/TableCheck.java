package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.feel.FeelTime;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/**
 * Reads a DMN file before it is taken in and holds its tables against their contracts: names and types of columns, each
 * cell by itself, answers to sample facts. Values that an expression gives at run time are checked again at each answer.
 */
@Component
public class TableCheck {

    /** Trial of all tables of a file; those that are shipped take less than a second. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    /** Conditions that only list texts. */
    private static final Pattern TEXTS =
            Pattern.compile("(not\\s*\\()?\\s*(\"[^\"]*\"|null)(\\s*,\\s*(\"[^\"]*\"|null))*\\s*\\)?");

    /** Conditions of nothing but texts, numbers and yes or no, compared or listed. */
    private static final Pattern COMPARED_TEXTS =
            Pattern.compile("(\"[^\"]*\"|\\b(not|true|false|null)\\b|[-\\d.,()\\[\\]<>=\\s])*+");
    /** Names, listed or joined by hyphens and dots, with nothing that is called or computed. */
    private static final Pattern WORDS = Pattern.compile(
            "(not\\s*\\(\\s*)?[\\p{L}_][\\p{L}\\p{N}_.-]*(\\s*,\\s*[\\p{L}_][\\p{L}\\p{N}_.-]*)*\\s*\\)?");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Set<String> KEYWORDS = Set.of("not", "true", "false", "null");

    /** Files that were found right; the trial takes seconds, and the same file comes again: shown, deployed, at a start. */
    private static final Cache<Judged, Boolean> RIGHT =
            Caffeine.newBuilder().maximumSize(50).build();

    private final TableContracts contracts;
    private final BareTables tables = new BareTables();
    private final TableTrial trial = new TableTrial(tables);

    /** Checks against these contracts. */
    public TableCheck(TableContracts contracts) {
        this.contracts = contracts;
    }

    /** Faults of a DMN file; empty if there are none, or if the engine itself refuses the file. */
    public List<Fault> faults(String file, byte[] bytes) {
        Judged judged = new Judged(file, ByteBuffer.wrap(bytes.clone()), contracts.basis());
        if (RIGHT.getIfPresent(judged) != null) {
            return List.of();
        }
        List<Fault> faults = FeelTime.within(LONGEST, () -> {
            List<Fault> found = read(file, bytes);
            return FeelTime.isOver()
                    ? List.of(Fault.of(
                            cn.gdpilot.platform.engine.faults.Rule.TABLE_SLOW, file, "table.slow", LONGEST.toSeconds()))
                    : found;
        });
        if (faults.isEmpty()) {
            RIGHT.put(judged, true);
        }
        return faults;
    }

    /** Names of the inputs that a model draws for each table that the program asks, by its id. */
    public Map<String, List<String>> inputs() {
        return contracts.ids().stream().collect(Collectors.toMap(id -> id, contracts::drawnInputs));
    }

    private List<Fault> read(String file, byte[] bytes) {
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException unreadable) {
            // The engine refuses it next, in its own words.
            return List.of();
        }
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        List<Fault> faults = new ArrayList<>();
        String expected = file.replaceAll("\\.dmn$", "");
        if (contracts.of(expected).isPresent() && decisions.stream().noneMatch(one -> expected.equals(one.getId()))) {
            faults.add(new Fault(
                    cn.gdpilot.platform.engine.faults.Rule.HOME,
                    file,
                    expected,
                    "",
                    Texts.of("table.renamed", expected)));
        }
        for (Decision decision : decisions) {
            if (contracts.of(expected).isPresent()
                    && contracts.of(decision.getId()).isPresent()
                    && !expected.equals(decision.getId())) {
                faults.add(new Fault(
                        cn.gdpilot.platform.engine.faults.Rule.HOME,
                        file,
                        decision.getId(),
                        "",
                        Texts.of("table.elsewhere", decision.getId())));
            }
            faults.addAll(TableLook.faults(file, model, decision));
            contracts
                    .of(decision.getId())
                    .ifPresent(contract -> faults.addAll(faults(file, bytes, decision, contract)));
        }
        return faults;
    }

    private List<Fault> faults(String file, byte[] bytes, Decision decision, TableContract contract) {
        List<TableFault> found = new ArrayList<>();
        if (decision.getExpression() instanceof DecisionTable table) {
            found.addAll(frame(table, contract));
            found.addAll(cells(table, contract));
            if (found.isEmpty()) {
                RowTrial rows = new RowTrial(tables, contract, table);
                found.addAll(rows.faults());
                if (found.isEmpty()) {
                    found.addAll(tried(bytes, table, contract, rows));
                }
            }
        } else {
            found.add(TableFault.of(cn.gdpilot.platform.engine.faults.Rule.TABLE_KIND, "table.no-table"));
        }
        String label = Objects.requireNonNullElse(decision.getName(), contract.id());
        return found.stream()
                .map(fault -> new Fault(
                        fault.rule(),
                        file,
                        fault.element().isEmpty() ? contract.id() : fault.element(),
                        label,
                        fault.what()))
                .toList();
    }

    /** Hit policy, rows at all, names and types of columns. */
    private static List<TableFault> frame(DecisionTable table, TableContract contract) {
        List<TableFault> faults = new ArrayList<>();
        if (table.getHitPolicy() != contract.hitPolicy() || table.getAggregation() != null) {
            faults.add(TableFault.at(
                    table.getId(),
                    cn.gdpilot.platform.engine.faults.Rule.TABLE_KIND,
                    Texts.of("table.hit-policy", contract.hitPolicy())));
        }
        if (table.getRules().isEmpty()) {
            faults.add(TableFault.of(cn.gdpilot.platform.engine.faults.Rule.TABLE_KIND, "table.no-rows"));
        }
        for (Input input : table.getInputs()) {
            String name = TableText.of(input);
            Optional<TableInput> known = contract.inputs().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            String type = input.getInputExpression() == null
                    ? null
                    : input.getInputExpression().getTypeRef();
            if (known.isEmpty() && NAME.matcher(name).matches()) {
                faults.add(TableFault.at(
                        input.getId(),
                        cn.gdpilot.platform.engine.faults.Rule.TABLE_INPUT,
                        Texts.of(
                                "table.input.unknown",
                                TableText.label(input.getLabel(), name),
                                name,
                                inputs(contract))));
            } else if (known.isPresent() && isOther(type, known.get().types())) {
                faults.add(TableFault.at(
                        input.getId(),
                        cn.gdpilot.platform.engine.faults.Rule.TABLE_INPUT,
                        Texts.of(
                                "table.input.type",
                                TableText.label(input.getLabel(), name),
                                name,
                                type,
                                listed(known.get().types()))));
            }
        }
        if (faults.isEmpty()) {
            contract.inputs().stream()
                    .map(TableInput::name)
                    .filter(name -> table.getInputs().stream()
                            .noneMatch(input -> WORD.matcher(TableText.of(input))
                                    .results()
                                    .anyMatch(found -> found.group().equals(name))))
                    .forEach(name -> faults.add(TableFault.of(
                            cn.gdpilot.platform.engine.faults.Rule.TABLE_INPUT, "table.input.missing", name)));
        }
        List<String> names = table.getOutputs().stream()
                .map(Output::getName)
                .filter(Objects::nonNull)
                .toList();
        contract.outputs().forEach((column, cell) -> {
            List<Output> columns = table.getOutputs().stream()
                    .filter(one -> column.equals(one.getName()))
                    .toList();
            if (columns.size() != 1) {
                faults.add(TableFault.of(
                        cn.gdpilot.platform.engine.faults.Rule.TABLE_OUTPUT,
                        columns.isEmpty() ? "table.output.missing" : "table.output.twice",
                        column,
                        String.join("、", names)));
            } else if (isOther(columns.get(0).getTypeRef(), cell.types())) {
                faults.add(TableFault.at(
                        columns.get(0).getId(),
                        cn.gdpilot.platform.engine.faults.Rule.TABLE_OUTPUT,
                        Texts.of(
                                "table.output.type",
                                TableText.label(columns.get(0).getLabel(), column),
                                column,
                                columns.get(0).getTypeRef(),
                                listed(cell.types()))));
            }
        });
        return faults;
    }

    private static List<TableFault> cells(DecisionTable table, TableContract contract) {
        List<TableFault> faults = new ArrayList<>();
        List<Input> inputs = List.copyOf(table.getInputs());
        List<Output> outputs = List.copyOf(table.getOutputs());
        int number = 0;
        for (Rule row : table.getRules()) {
            number++;
            List<InputEntry> conditions = List.copyOf(row.getInputEntries());
            for (int i = 0; i < Math.min(inputs.size(), conditions.size()); i++) {
                String id = conditions.get(i).getId();
                condition(number, inputs.get(i), TableText.of(conditions.get(i)), contract)
                        .ifPresent(what ->
                                faults.add(TableFault.at(id, cn.gdpilot.platform.engine.faults.Rule.TABLE_CELL, what)));
            }
            List<OutputEntry> answers = List.copyOf(row.getOutputEntries());
            for (int i = 0; i < Math.min(outputs.size(), answers.size()); i++) {
                String id = answers.get(i).getId();
                answer(number, outputs.get(i), TableText.of(answers.get(i)), contract)
                        .ifPresent(what ->
                                faults.add(TableFault.at(id, cn.gdpilot.platform.engine.faults.Rule.TABLE_CELL, what)));
            }
        }
        return faults;
    }

    private static Optional<String> condition(int row, Input input, String text, TableContract contract) {
        return contract.inputs().stream()
                .filter(one -> one.name().equals(TableText.of(input)))
                .findFirst()
                .flatMap(known -> never(known, text, contract))
                .map(what -> TableText.cell(row, input.getLabel(), TableText.of(input), what));
    }

    /** Fault of a condition that no value of its fact can meet: the row would wait in vain. */
    private static Optional<String> never(TableInput fact, String text, TableContract contract) {
        if (isUnquoted(text, contract)) {
            return Optional.of(Texts.of(fact.isText() ? "table.cell.unquoted" : "table.cell.word", text));
        }
        if (!fact.isText()) {
            return COMPARED_TEXTS.matcher(text).matches() && text.contains("\"")
                    ? Optional.of(
                            Texts.of(fact.isNumber() ? "table.cell.quoted-number" : "table.cell.quoted-yes-no", text))
                    : Optional.empty();
        }
        if (fact.codes().isEmpty() || !TEXTS.matcher(text).matches()) {
            return Optional.empty();
        }
        return TableText.quoted(text).stream()
                .filter(code -> !fact.codes().contains(code))
                .findFirst()
                .map(code -> Texts.of("table.cell.code", code, listed(fact.codes())));
    }

    /** True for words without quotes that name no fact: FEEL takes them for variables, which are always null. */
    private static boolean isUnquoted(String text, TableContract contract) {
        return WORDS.matcher(text).matches()
                && WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(word -> !KEYWORDS.contains(word)
                                && contract.inputs().stream()
                                        .noneMatch(input -> input.name().equals(word)));
    }

    private static Optional<String> answer(int row, Output output, String text, TableContract contract) {
        Cell cell = contract.outputs().get(output.getName());
        Literal literal = Literal.of(text);
        if (cell == null) {
            return Optional.empty();
        }
        if (literal == null) {
            return isUnquoted(text, contract)
                    ? Optional.of(TableText.cell(
                            row, output.getLabel(), output.getName(), Texts.of("table.cell.unquoted", text)))
                    : Optional.empty();
        }
        return cell.fault(literal.value()).map(what -> TableText.cell(row, output.getLabel(), output.getName(), what));
    }

    private Collection<TableFault> tried(byte[] bytes, DecisionTable table, TableContract contract, RowTrial rows) {
        Map<String, Set<String>> further = new HashMap<>();
        List<Input> inputs = List.copyOf(table.getInputs());
        for (Rule row : table.getRules()) {
            List<InputEntry> conditions = List.copyOf(row.getInputEntries());
            for (int i = 0; i < Math.min(inputs.size(), conditions.size()); i++) {
                String fact = TableText.of(inputs.get(i));
                if (contract.inputs().stream().anyMatch(input -> input.name().equals(fact) && input.isText())) {
                    further.computeIfAbsent(fact, name -> new TreeSet<>())
                            .addAll(TableText.quoted(TableText.of(conditions.get(i))));
                }
            }
        }
        try {
            DmnDecision parsed = tables.parse(contract.id(), new ByteArrayInputStream(bytes));
            Collection<TableFault> alone = trial.faults(contract, parsed, further, rows);
            return alone.isEmpty()
                    ? contract.whole().faults(facts -> tables.rows(parsed, facts)).stream()
                            .map(what -> TableFault.at(null, cn.gdpilot.platform.engine.faults.Rule.TABLE_WHOLE, what))
                            .toList()
                    : alone;
        } catch (TableFailure unreadable) {
            return List.of(TableFault.of(
                    cn.gdpilot.platform.engine.faults.Rule.TABLE_FEEL, "table.unreadable", unreadable.getMessage()));
        }
    }

    private static boolean isOther(String type, Set<String> types) {
        return type != null && !type.isBlank() && !types.contains(type);
    }

    private static String inputs(TableContract contract) {
        return contract.inputs().stream().map(TableInput::name).collect(Collectors.joining("、"));
    }

    private static String listed(Collection<String> all) {
        return String.join("、", new TreeSet<>(all));
    }

    /**
     * A file as it was judged.
     *
     * @param name     its own, which says whose contract it owes
     * @param content  its bytes
     * @param contract what the contracts were made from
     */
    private record Judged(String name, ByteBuffer content, List<Object> contract) {}
}
