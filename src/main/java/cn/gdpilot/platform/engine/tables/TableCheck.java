package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/**
 * Reads a DMN file before it is taken in and holds its tables against their contracts: names and types of columns, each
 * literal cell, answers to sample facts. What only an expression gives at run time is checked again at each answer.
 */
@Component
public class TableCheck {

    private static final int MOST_TOLD = 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    /** Conditions that only list texts. */
    private static final Pattern TEXTS = Pattern.compile("(not\\s*\\()?\\s*(\"[^\"]*\"|null)(\\s*,\\s*(\"[^\"]*\"|null))*\\s*\\)?");

    private final TableContracts contracts;
    private final DmnEngine engine = BareTables.engine();
    private final TableTrial trial = new TableTrial(engine);

    /** Checks against these contracts. */
    public TableCheck(TableContracts contracts) {
        this.contracts = contracts;
    }

    /** What is wrong with a DMN file, in Chinese sentences; empty if nothing is, or if it is no DMN that the engine will take. */
    public List<String> faults(String file, byte[] bytes) {
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
            contracts.of(decision.getId()).ifPresent(contract -> faults.addAll(faults(file, bytes, decision, contract)));
        }
        return faults;
    }

    private List<String> faults(String file, byte[] bytes, Decision decision, TableContract contract) {
        List<String> found = new ArrayList<>();
        if (decision.getExpression() instanceof DecisionTable table) {
            found.addAll(frame(table, contract));
            found.addAll(cells(table, contract));
            if (found.isEmpty()) {
                found.addAll(tried(bytes, table, contract));
            }
        } else {
            found.add(Texts.of("table.no-table"));
        }
        String name = Texts.of("table.name", file, Objects.requireNonNullElse(decision.getName(), contract.id()), contract.id());
        List<String> told = found.stream().limit(MOST_TOLD).map(fault -> name + fault).collect(Collectors.toCollection(ArrayList::new));
        if (found.size() > MOST_TOLD) {
            told.add(Texts.of("table.more", found.size()));
        }
        return told;
    }

    /** Hit policy, names and types of columns. */
    private static List<String> frame(DecisionTable table, TableContract contract) {
        List<String> faults = new ArrayList<>();
        if (table.getHitPolicy() != contract.hitPolicy() || table.getAggregation() != null) {
            faults.add(Texts.of("table.hit-policy", contract.hitPolicy()));
        }
        for (Input input : table.getInputs()) {
            String name = expression(input);
            Optional<TableInput> known = contract.inputs().stream().filter(one -> one.name().equals(name)).findFirst();
            String type = input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef();
            if (known.isEmpty() && NAME.matcher(name).matches()) {
                faults.add(Texts.of("table.input.unknown", label(input.getLabel(), name), name, inputs(contract)));
            } else if (known.isPresent() && isOther(type, known.get().types())) {
                faults.add(Texts.of("table.input.type", label(input.getLabel(), name), name, type, listed(known.get().types())));
            }
        }
        List<String> names = table.getOutputs().stream().map(Output::getName).filter(Objects::nonNull).toList();
        contract.outputs().forEach((column, cell) -> {
            List<Output> columns = table.getOutputs().stream().filter(one -> column.equals(one.getName())).toList();
            if (columns.size() != 1) {
                faults.add(Texts.of(columns.isEmpty() ? "table.output.missing" : "table.output.twice", column, String.join("、", names)));
            } else if (isOther(columns.get(0).getTypeRef(), cell.types())) {
                faults.add(Texts.of("table.output.type", label(columns.get(0).getLabel(), column), column, columns.get(0).getTypeRef(), listed(cell.types())));
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
                condition(number, inputs.get(i), text(conditions.get(i)), contract).ifPresent(faults::add);
            }
            List<OutputEntry> answers = List.copyOf(row.getOutputEntries());
            for (int i = 0; i < Math.min(outputs.size(), answers.size()); i++) {
                answer(number, outputs.get(i), text(answers.get(i)), contract).ifPresent(faults::add);
            }
        }
        return faults;
    }

    /** A text that the fact can never be: the row would wait for it in vain. */
    private static Optional<String> condition(int row, Input input, String text, TableContract contract) {
        Set<String> codes = contract.inputs().stream()
                .filter(one -> one.name().equals(expression(input)))
                .findFirst()
                .map(TableInput::codes)
                .orElse(Set.of());
        if (codes.isEmpty() || !TEXTS.matcher(text).matches()) {
            return Optional.empty();
        }
        return texts(text).stream()
                .filter(code -> !codes.contains(code))
                .findFirst()
                .map(code -> cell(row, input.getLabel(), expression(input), Texts.of("table.cell.code", code, listed(codes))));
    }

    private static Optional<String> answer(int row, Output output, String text, TableContract contract) {
        Cell cell = contract.outputs().get(output.getName());
        Literal literal = Literal.of(text);
        if (cell == null || literal == null) {
            return Optional.empty();
        }
        return cell.fault(literal.value()).map(what -> cell(row, output.getLabel(), output.getName(), what));
    }

    private static String cell(int row, String label, String column, String what) {
        return Texts.of("table.cell", row, label(label, column), column, what);
    }

    private Collection<String> tried(byte[] bytes, DecisionTable table, TableContract contract) {
        Map<String, Set<String>> further = new HashMap<>();
        List<Input> inputs = List.copyOf(table.getInputs());
        for (Rule row : table.getRules()) {
            List<InputEntry> conditions = List.copyOf(row.getInputEntries());
            for (int i = 0; i < Math.min(inputs.size(), conditions.size()); i++) {
                if (contract.inputs().stream().anyMatch(isText(expression(inputs.get(i))))) {
                    further.computeIfAbsent(expression(inputs.get(i)), name -> new TreeSet<>()).addAll(texts(text(conditions.get(i))));
                }
            }
        }
        try {
            return trial.faults(contract, engine.parseDecision(contract.id(), new ByteArrayInputStream(bytes)), further);
        } catch (DmnEngineException unreadable) {
            return List.of(Texts.of("table.unreadable", unreadable.getMessage()));
        }
    }

    private static Predicate<TableInput> isText(String name) {
        return input -> input.name().equals(name) && input.types().contains("string");
    }

    private static String expression(Input input) {
        return input.getInputExpression() == null || input.getInputExpression().getText() == null
                ? ""
                : input.getInputExpression().getText().getTextContent().strip();
    }

    private static String text(DmnElement cell) {
        return cell.getTextContent().strip();
    }

    private static Set<String> texts(String condition) {
        return TEXT.matcher(condition).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
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

    private static String label(String label, String name) {
        return label == null || label.isBlank() ? name : label;
    }

    /**
     * A cell that says its value by itself.
     *
     * @param value text, number, boolean or null
     */
    private record Literal(Object value) {

        /** The literal that a cell holds; null if it is an expression. */
        static Literal of(String text) {
            if (text.isEmpty() || text.equals("null") || text.equals("-")) {
                return new Literal(null);
            }
            if (text.equals("true") || text.equals("false")) {
                return new Literal(Boolean.valueOf(text));
            }
            if (NUMBER.matcher(text).matches()) {
                return new Literal(new BigDecimal(text));
            }
            return TEXT.matcher(text).results().findFirst()
                    .filter(found -> found.end() - found.start() == text.length())
                    .map(MatchResult::group)
                    .map(quoted -> new Literal(quoted.substring(1, quoted.length() - 1)))
                    .orElse(null);
        }
    }
}
