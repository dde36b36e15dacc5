package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
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

    private static final int MOST_TOLD = 8;
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

    /** Faults of a DMN file, in Chinese sentences; empty if there are none, or if the engine itself refuses the file. */
    public List<String> faults(String file, byte[] bytes) {
        Judged judged = new Judged(file, ByteBuffer.wrap(bytes.clone()), contracts.basis());
        if (RIGHT.getIfPresent(judged) != null) {
            return List.of();
        }
        List<String> faults = FeelTime.within(LONGEST, () -> {
            List<String> found = read(file, bytes);
            return FeelTime.isOver() ? List.of(Texts.of("table.slow", file, LONGEST.toSeconds())) : found;
        });
        if (faults.isEmpty()) {
            RIGHT.put(judged, true);
        }
        return faults;
    }

    private List<String> read(String file, byte[] bytes) {
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException unreadable) {
            // The engine refuses it next, in its own words.
            return List.of();
        }
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        List<String> faults = new ArrayList<>();
        String expected = file.replaceAll("\\.dmn$", "");
        if (contracts.of(expected).isPresent() && decisions.stream().noneMatch(one -> expected.equals(one.getId()))) {
            faults.add(Texts.of("table.renamed", file, expected));
        }
        for (Decision decision : decisions) {
            if (contracts.of(expected).isPresent()
                    && contracts.of(decision.getId()).isPresent()
                    && !expected.equals(decision.getId())) {
                faults.add(Texts.of("table.elsewhere", file, decision.getId()));
            }
            contracts
                    .of(decision.getId())
                    .ifPresent(contract -> faults.addAll(faults(file, bytes, decision, contract)));
        }
        return faults;
    }

    private List<String> faults(String file, byte[] bytes, Decision decision, TableContract contract) {
        List<String> found = new ArrayList<>();
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
            found.add(Texts.of("table.no-table"));
        }
        String name = Texts.of(
                "table.name", file, Objects.requireNonNullElse(decision.getName(), contract.id()), contract.id());
        List<String> told = found.stream()
                .limit(MOST_TOLD)
                .map(fault -> name + fault)
                .collect(Collectors.toCollection(ArrayList::new));
        if (found.size() > MOST_TOLD) {
            told.add(Texts.of("table.more", found.size()));
        }
        return told;
    }

    /** Hit policy, rows at all, names and types of columns. */
    private static List<String> frame(DecisionTable table, TableContract contract) {
        List<String> faults = new ArrayList<>();
        if (table.getHitPolicy() != contract.hitPolicy() || table.getAggregation() != null) {
            faults.add(Texts.of("table.hit-policy", contract.hitPolicy()));
        }
        if (table.getRules().isEmpty()) {
            faults.add(Texts.of("table.no-rows"));
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
                faults.add(Texts.of(
                        "table.input.unknown", TableText.label(input.getLabel(), name), name, inputs(contract)));
            } else if (known.isPresent() && isOther(type, known.get().types())) {
                faults.add(Texts.of(
                        "table.input.type",
                        TableText.label(input.getLabel(), name),
                        name,
                        type,
                        listed(known.get().types())));
            }
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
                faults.add(Texts.of(
                        columns.isEmpty() ? "table.output.missing" : "table.output.twice",
                        column,
                        String.join("、", names)));
            } else if (isOther(columns.get(0).getTypeRef(), cell.types())) {
                faults.add(Texts.of(
                        "table.output.type",
                        TableText.label(columns.get(0).getLabel(), column),
                        column,
                        columns.get(0).getTypeRef(),
                        listed(cell.types())));
            }
        });
        return faults;
    }

    private static List<String> cells(DecisionTable table, TableContract contract) {
        List<String> faults = new ArrayList<>();
        List<Input> inputs = List.copyOf(table.getInputs());
        List<Output> outputs = List.copyOf(table.getOutputs());
        int number = 0;
        for (Rule row : table.getRules()) {
            number++;
            List<InputEntry> conditions = List.copyOf(row.getInputEntries());
            for (int i = 0; i < Math.min(inputs.size(), conditions.size()); i++) {
                condition(number, inputs.get(i), TableText.of(conditions.get(i)), contract)
                        .ifPresent(faults::add);
            }
            List<OutputEntry> answers = List.copyOf(row.getOutputEntries());
            for (int i = 0; i < Math.min(outputs.size(), answers.size()); i++) {
                answer(number, outputs.get(i), TableText.of(answers.get(i)), contract)
                        .ifPresent(faults::add);
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

    private Collection<String> tried(byte[] bytes, DecisionTable table, TableContract contract, RowTrial rows) {
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
            Collection<String> alone = trial.faults(contract, parsed, further, rows);
            return alone.isEmpty() ? contract.whole().faults(facts -> tables.rows(parsed, facts)) : alone;
        } catch (TableFailure unreadable) {
            return List.of(Texts.of("table.unreadable", unreadable.getMessage()));
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
