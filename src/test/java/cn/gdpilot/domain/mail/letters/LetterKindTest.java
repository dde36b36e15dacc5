package cn.gdpilot.domain.mail.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Letters' files, the kinds that Java sends, and the ones that the table reminder-schedule names. */
class LetterKindTest {

    @Test
    @DisplayName("every letter's file is sent by Java or named by the table, and none is missing")
    void bothWays() {
        assertThat(breaches(files(), kinds(), ofTheTable())).isEmpty();
    }

    @Test
    @DisplayName("a file that is not sent, or a kind without a file → told")
    void bites() {
        assertThat(breaches(Set.of("receipt", "forgotten"), Set.of("receipt", "fancied"), Set.of("digest")))
                .containsExactlyInAnyOrder("nobody sends forgotten", "no file for fancied", "no file for digest");
    }

    private static List<String> breaches(Set<String> files, Set<String> kinds, Set<String> table) {
        Set<String> sent = new TreeSet<>(kinds);
        sent.addAll(table);
        return Stream.concat(
                        files.stream().filter(name -> !sent.contains(name)).map(name -> "nobody sends " + name),
                        sent.stream().filter(name -> !files.contains(name)).map(name -> "no file for " + name))
                .toList();
    }

    private static Set<String> files() {
        Set<String> names = new TreeSet<>();
        for (String name : new File("content/letters").list((folder, file) -> file.endsWith(".txt"))) {
            names.add(name.replaceAll("\\.txt$", ""));
        }
        return names;
    }

    private static Set<String> kinds() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(LetterKind.values()).map(LetterKind::text).forEach(names::add);
        return names;
    }

    private static Set<String> ofTheTable() {
        DecisionTable table = Dmn.readModelFromFile(new File("processes/reminder-schedule.dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        int column = List.copyOf(table.getOutputs()).stream()
                .map(Output::getName)
                .toList()
                .indexOf("template");
        Set<String> names = new TreeSet<>();
        table.getRules()
                .forEach(rule -> names.add(List.copyOf(rule.getOutputEntries())
                        .get(column)
                        .getText()
                        .getTextContent()
                        .replace("\"", "")
                        .strip()));
        return names;
    }
}
