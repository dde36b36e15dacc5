package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.UnitList;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.ModelList;
import cn.gdpilot.platform.engine.gate.rules.Contract;
import cn.gdpilot.platform.engine.offered.OfferedBeans;
import cn.gdpilot.platform.engine.parts.Part.Argument;
import cn.gdpilot.platform.engine.tables.TableContracts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that designers may name, each from where the program reads it. */
@Component
public class Parts {

    private static final String BETWEEN = "、";

    private final UnitList units;
    private final FurtherGroups furtherGroups;
    private final FurtherLetters furtherLetters;
    private final LetterWords letterWords;
    private final ExtraFacts extraFacts;
    private final RoundDays periods;
    private final Contract contract = Contract.load();

    /** Reads these lists. */
    public Parts(
            UnitList units,
            FurtherGroups furtherGroups,
            FurtherLetters furtherLetters,
            LetterWords letterWords,
            ExtraFacts extraFacts,
            RoundDays periods) {
        this.units = units;
        this.furtherGroups = furtherGroups;
        this.furtherLetters = furtherLetters;
        this.letterWords = letterWords;
        this.extraFacts = extraFacts;
        this.periods = periods;
    }

    /** With these models, tables and forms. */
    List<Part> all(Drawn drawn) {
        return Stream.of(
                        steps(drawn),
                        readings(drawn),
                        forms(drawn),
                        tables(drawn),
                        facts(drawn),
                        groups(drawn),
                        letters(drawn),
                        processes(drawn),
                        periods())
                .flatMap(parts -> parts)
                .toList();
    }

    private Stream<Part> steps(Drawn drawn) {
        return OfferedBeans.all().steps().stream().map(step -> {
            ForModels words = step.words();
            List<String> notes = new ArrayList<>(processes(words));
            if (words.listener()) {
                notes.add(Texts.of("part.listener"));
            }
            notes.addAll(behind(step.bean(), drawn));
            return new Part(
                    PartKind.STEP,
                    step.bean(),
                    words.name(),
                    "${" + step.bean() + "}",
                    words.help(),
                    arguments(words),
                    words.gives(),
                    notes,
                    drawn.uses(PartKind.STEP, step.bean()));
        });
    }

    private List<Argument> arguments(ForModels words) {
        return Stream.of(words.given())
                .map(given -> new Argument(
                        given.variable(),
                        given.meaning(),
                        switch (given) {
                            case LETTER ->
                                String.join(BETWEEN, furtherLetters.all().keySet());
                            case TO ->
                                Arrays.stream(FurtherLetters.Recipient.values())
                                        .map(one -> one + "（" + Texts.of("part.to." + one) + "）")
                                        .collect(Collectors.joining(BETWEEN));
                            default -> given.typed();
                        }))
                .toList();
    }

    private static List<String> processes(ForModels words) {
        return List.of(words.in()).contains(ForModels.EVERYWHERE)
                ? List.of()
                : List.of(Texts.of("part.in", String.join(BETWEEN, words.in())));
    }

    /** Behind which user tasks a step has to stand (decision 0156). */
    private static List<String> behind(String bean, Drawn drawn) {
        return ModelList.read("effects.txt").stream()
                .filter(words -> words.get(4).equals(bean))
                .map(words -> {
                    String file = words.get(1) + ".bpmn";
                    DrawnModel model = drawn.models().get(file);
                    String task = model == null ? words.get(2) : model.label(words.get(2));
                    return words.get(3).equals(ForModels.EVERYWHERE)
                            ? Texts.of("part.behind", file, task)
                            : Texts.of("part.behind-answer", file, task, words.get(3));
                })
                .toList();
    }

    private Stream<Part> readings(Drawn drawn) {
        return OfferedBeans.all().readings().stream().map(reading -> {
            ForModels words = reading.words();
            List<String> notes = new ArrayList<>(processes(words));
            if (words.written()) {
                notes.add(Texts.of("part.written"));
            }
            return new Part(
                    PartKind.READING,
                    reading.name(),
                    words.name(),
                    call(reading),
                    words.help(),
                    arguments(words),
                    words.gives(),
                    notes,
                    drawn.uses(PartKind.READING, reading.name()));
        });
    }

    /** As a model writes it. */
    static String call(OfferedBeans.Reading reading) {
        return "${" + reading.name() + "("
                + Stream.of(reading.words().given()).map(Given::typed).collect(Collectors.joining(", ")) + ")}";
    }

    private static Stream<Part> forms(Drawn drawn) {
        return drawn.forms().values().stream()
                .map(form -> new Part(
                        PartKind.FORM,
                        form.id(),
                        drawn.formName(form.id()),
                        form.id(),
                        shown(form),
                        form.parts().stream()
                                .filter(part -> !part.key().isEmpty())
                                .map(part ->
                                        new Argument(part.key(), part.label(), String.join(BETWEEN, part.choices())))
                                .toList(),
                        "",
                        List.of(),
                        drawn.uses(PartKind.FORM, form.id())));
    }

    /** Which inputs its task must have. */
    private static String shown(DrawnForm form) {
        Set<String> shown = form.parts().stream()
                .flatMap(part -> part.shown().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return shown.isEmpty() ? Texts.of("part.form") : Texts.of("part.form-shows", String.join(BETWEEN, shown));
    }

    private static Stream<Part> tables(Drawn drawn) {
        return drawn.tables().values().stream()
                .map(table -> new Part(
                        PartKind.TABLE,
                        table.id(),
                        table.name(),
                        table.id(),
                        table.says().isEmpty() ? Texts.of("part.table") : table.says(),
                        Stream.concat(
                                        table.inputs().stream()
                                                .map(one -> new Argument(
                                                        one.name(),
                                                        Texts.of("part.table-in", one.label()),
                                                        values(one))),
                                        table.outputs().stream()
                                                .map(one -> new Argument(
                                                        one.name(),
                                                        Texts.of("part.table-out", one.label()),
                                                        values(one))))
                                .toList(),
                        Texts.of("part.table-gives"),
                        List.of(),
                        drawn.uses(PartKind.TABLE, table.id())));
    }

    private static String values(DrawnTable.Column column) {
        return column.values().isEmpty() ? column.type() : column.values();
    }

    /** What tables are asked with: their inputs, and the rounds' own questions. */
    private Stream<Part> facts(Drawn drawn) {
        Map<String, Part> byName = new LinkedHashMap<>();
        for (DrawnTable table : drawn.tables().values()) {
            for (DrawnTable.Column one : table.inputs()) {
                String tables = drawn.tables().values().stream()
                        .filter(other -> other.asked().contains(one.name()))
                        .map(other -> other.name() + "（" + other.id() + "）")
                        .collect(Collectors.joining(BETWEEN));
                byName.putIfAbsent(
                        one.name(), fact(one.name(), one.label(), values(one), Texts.of("part.fact", tables), drawn));
            }
            for (ExtraFact one : extraFacts.ofTable(table.id())) {
                byName.put(
                        one.key(),
                        fact(
                                one.key(),
                                one.question(),
                                Texts.of("part.type." + one.type())
                                        + (one.range().isEmpty() ? "" : " " + one.range()),
                                Texts.of("part.fact-asked", table.name(), one.rule()),
                                drawn));
            }
        }
        return byName.values().stream();
    }

    private static Part fact(String key, String label, String values, String help, Drawn drawn) {
        return new Part(
                PartKind.FACT,
                key,
                label,
                drawn.expression(key).orElse(key),
                help,
                List.of(new Argument(key, label, values)),
                "",
                List.of(),
                drawn.uses(PartKind.FACT, key));
    }

    /** An office to which tasks may be offered: its group, and that of those who sign. */
    record Office(String id, String name, String type) {

        Group group() {
            return Group.of(id);
        }
    }

    List<Office> offices() {
        return units.lines().stream()
                .map(line -> new Office(line.get("unit"), line.get("name"), line.get("type")))
                .toList();
    }

    /** Groups that are declared, by id. */
    Map<String, String> furtherGroups() {
        return furtherGroups.all();
    }

    /** Letters that models may send, with their receivers. */
    Map<String, Set<FurtherLetters.Recipient>> furtherLetters() {
        return furtherLetters.all();
    }

    private Stream<Part> groups(Drawn drawn) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("${unit}", Texts.of("part.group.own"));
        names.put("${unit.concat('-lead')}", Texts.of("part.group.own-lead"));
        furtherGroups.all().forEach(names::put);
        offices().forEach(office -> {
            names.put(office.id(), Texts.of("part.group.handlers", office.name()));
            names.put(office.group().lead().id(), Texts.of("part.group.leads", office.name()));
        });
        return names.entrySet().stream()
                .map(group -> new Part(
                        PartKind.GROUP,
                        group.getKey(),
                        group.getValue(),
                        group.getKey(),
                        Texts.of(
                                furtherGroups.all().containsKey(group.getKey()) ? "part.group-declared" : "part.group"),
                        List.of(),
                        "",
                        List.of(),
                        drawn.uses(PartKind.GROUP, group.getKey())));
    }

    private Stream<Part> letters(Drawn drawn) {
        Set<String> reminders = TableContracts.reminders(letterWords);
        return letterWords.kinds().stream().map(kind -> {
            Set<FurtherLetters.Recipient> to = furtherLetters.all().getOrDefault(kind, Set.of());
            String receivers = to.stream()
                    .map(one -> one + "（" + Texts.of("part.to." + one) + "）")
                    .collect(Collectors.joining(BETWEEN));
            return new Part(
                    PartKind.LETTER,
                    kind,
                    Texts.label("letter", kind),
                    kind,
                    to.isEmpty() ? Texts.of("part.letter") : Texts.of("part.letter-declared", receivers),
                    letterWords.of(kind).stream()
                            .map(word -> new Argument("{{" + word.name() + "}}", word.meaning(), word.sample()))
                            .toList(),
                    "",
                    reminders.contains(kind) ? List.of(Texts.of("part.letter-reminder")) : List.of(),
                    drawn.uses(PartKind.LETTER, kind));
        });
    }

    private Stream<Part> processes(Drawn drawn) {
        return drawn.models().values().stream()
                .flatMap(model -> model.processes().stream()
                        .map(id -> new Part(
                                PartKind.PROCESS,
                                id,
                                model.label(id),
                                id,
                                Texts.of("part.process"),
                                contract.handedOver(id).stream()
                                        .map(name -> new Argument(name, meaning(name), ""))
                                        .toList(),
                                "",
                                contract.handedOver(id).isEmpty() ? List.of(Texts.of("part.process-alone")) : List.of(),
                                drawn.uses(PartKind.PROCESS, id))));
    }

    /** What a variable of a call is; it may be the called process's own. */
    static String meaning(String variable) {
        return Arrays.stream(Given.values())
                .filter(one -> one.variable().equals(variable))
                .findFirst()
                .map(Given::meaning)
                .orElse(Texts.of("part.process-more"));
    }

    private Stream<Part> periods() {
        return Stream.of(RoundDays.Period.values())
                .map(one -> new Part(
                        PartKind.PERIOD,
                        one.name(),
                        Texts.of("part.period." + one),
                        one.name(),
                        Texts.of("part.period"),
                        List.of(new Argument(
                                one.name(), Texts.of("part.period-now"), String.valueOf(periods.ofAllRounds(one)))),
                        "",
                        List.of(),
                        List.of()));
    }
}
