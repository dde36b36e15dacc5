package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;

/** Texts of a table as its designer wrote them, and the words in which a cell is named to him. */
final class TableText {

    static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private TableText() {}

    /** Expression of a column; empty if it has none. */
    static String of(Input column) {
        return column.getInputExpression() == null
                ? ""
                : of(column.getInputExpression().getText());
    }

    /** A condition without its description; empty if it holds for everything. */
    static String of(InputEntry condition) {
        return of(condition.getText());
    }

    /** An answer without its description; empty if there is none. */
    static String of(OutputEntry answer) {
        return of(answer.getText());
    }

    private static String of(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    /** Texts in double quotes. */
    static Set<String> quoted(String condition) {
        return QUOTED.matcher(condition)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Heading of a column, or its name where it has none. */
    static String label(String label, String name) {
        return label == null || label.isBlank() ? name : label;
    }

    /** A fault with its row and column, in Chinese. */
    static String cell(int row, String label, String column, String what) {
        return Texts.of("table.cell", row, label(label, column), column, what);
    }
}
