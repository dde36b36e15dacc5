package cn.gdpilot.platform.engine.parts;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/**
 * A decision table of a file.
 *
 * @param id      of the decision
 * @param name    in Chinese
 * @param says    its description; may be empty
 * @param inputs  facts that it is asked with
 * @param outputs what it answers
 * @param letters those that its rows name
 */
record DrawnTable(
        String id, String name, String says, List<Column> inputs, List<Column> outputs, List<String> letters) {

    /** The column in which reminder-schedule names letters. */
    private static final String LETTER = "template";

    /**
     * An input or output.
     *
     * @param name   of the variable
     * @param label  in Chinese
     * @param type   e.g. boolean
     * @param values allowed ones; empty if any is
     */
    record Column(String name, String label, String type, String values) {}

    /** All tables of a file that the gate has taken. */
    static List<DrawnTable> in(byte[] file) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
        return model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> decision.getExpression() instanceof DecisionTable)
                .map(DrawnTable::of)
                .toList();
    }

    private static DrawnTable of(Decision decision) {
        DecisionTable table = (DecisionTable) decision.getExpression();
        return new DrawnTable(
                decision.getId(),
                Objects.requireNonNullElse(decision.getName(), decision.getId()),
                text(
                        decision,
                        one -> one.getDescription() == null
                                ? null
                                : one.getDescription().getTextContent()),
                table.getInputs().stream().map(DrawnTable::input).toList(),
                table.getOutputs().stream().map(DrawnTable::output).toList(),
                letters(table));
    }

    private static List<String> letters(DecisionTable table) {
        List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
        int at = columns.indexOf(LETTER);
        return at < 0
                ? List.of()
                : table.getRules().stream()
                        .map(rule ->
                                List.copyOf(rule.getOutputEntries()).get(at).getTextContent())
                        .map(cell -> cell.strip().replace("\"", ""))
                        .distinct()
                        .toList();
    }

    private static Column input(Input input) {
        return new Column(
                input.getInputExpression() == null || input.getInputExpression().getText() == null
                        ? ""
                        : input.getInputExpression().getText().getTextContent().strip(),
                text(input, DmnElement::getLabel),
                input.getInputExpression() == null
                        ? ""
                        : Objects.requireNonNullElse(input.getInputExpression().getTypeRef(), ""),
                values(input.getInputValues()));
    }

    private static Column output(Output output) {
        return new Column(
                Objects.requireNonNullElse(output.getName(), ""),
                text(output, DmnElement::getLabel),
                Objects.requireNonNullElse(output.getTypeRef(), ""),
                values(output.getOutputValues()));
    }

    private static String values(UnaryTests allowed) {
        return allowed == null || allowed.getText() == null
                ? ""
                : allowed.getText().getTextContent().strip();
    }

    private static <T> String text(T element, Function<T, String> of) {
        String text = of.apply(element);
        return text == null ? "" : text.strip();
    }

    /** Names of the inputs. */
    Collection<String> asked() {
        return inputs.stream().map(Column::name).toList();
    }
}
