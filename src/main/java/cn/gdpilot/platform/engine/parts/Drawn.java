package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models, tables and forms, and where they name what is offered. */
final class Drawn {

    private static final Pattern WHOLE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*\\.[a-z]\\w*)\\(");
    private static final String LETTER = "letter";

    private final Map<String, DrawnModel> models = new TreeMap<>();
    private final Map<String, DrawnTable> tables = new TreeMap<>();
    private final Map<String, DrawnForm> forms = new TreeMap<>();
    private final Map<String, Set<String>> uses = new TreeMap<>();

    /** @param files contents by name */
    Drawn(Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                models.put(name, new DrawnModel(content));
            } else if (name.endsWith(".dmn")) {
                DrawnTable.in(content).forEach(table -> add(name, table));
            } else if (name.endsWith(".form")) {
                DrawnForm form = new DrawnForm(content);
                forms.put(form.id(), form);
            }
        });
        models.forEach(this::read);
    }

    private void add(String file, DrawnTable table) {
        tables.put(table.id(), table);
        table.letters().forEach(letter -> use(PartKind.LETTER, letter, file + " · " + table.name()));
    }

    private void read(String file, DrawnModel model) {
        model.expressions().forEach(written -> {
            String place = place(file, model, written.step());
            Matcher whole = WHOLE.matcher(written.text().strip());
            if (whole.matches()) {
                use(PartKind.STEP, whole.group(1), place);
            }
            CALL.matcher(written.text()).results().forEach(call -> use(PartKind.READING, call.group(1), place));
        });
        for (String step : model.nodes()) {
            String place = place(file, model, step);
            use(PartKind.FORM, model.attribute(step, "formRef"), place);
            use(PartKind.TABLE, model.attribute(step, "decisionRef"), place);
            use(PartKind.PROCESS, model.own(step, "calledElement"), place);
            List.of(model.attribute(step, "candidateGroups").split("[,;]"))
                    .forEach(group -> use(PartKind.GROUP, group.strip(), place));
            model.parameters(step, "inputParameter").forEach((name, text) -> {
                if (name.equals(LETTER)) {
                    use(PartKind.LETTER, text, place);
                }
                if (!model.attribute(step, "decisionRef").isEmpty()) {
                    use(PartKind.FACT, name, place);
                }
            });
        }
    }

    private static String place(String file, DrawnModel model, String step) {
        return file + " · " + model.label(step);
    }

    private void use(PartKind kind, String key, String place) {
        if (!key.isEmpty()) {
            uses.computeIfAbsent(kind + " " + key, any -> new LinkedHashSet<>()).add(place);
        }
    }

    /** Files and labels of the elements that name it. */
    List<String> uses(PartKind kind, String key) {
        return List.copyOf(uses.getOrDefault(kind + " " + key, Set.of()));
    }

    /** What a drawn business rule task gives its table for that input; empty if none does. */
    Optional<String> expression(String input) {
        return models.values().stream()
                .flatMap(model -> model.ids("businessRuleTask").stream()
                        .map(step -> model.parameters(step, "inputParameter").get(input)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What people call a form: the label of the first task that shows it; its id where none does. */
    String formName(String form) {
        return models.values().stream()
                .flatMap(model -> model.nodes().stream()
                        .filter(step -> form.equals(model.attribute(step, "formRef")))
                        .map(model::label))
                .findFirst()
                .orElse(form);
    }

    /** Inputs or outputs with which a table is drawn, by name; empty if it is drawn nowhere. */
    Map<String, String> parameters(String table, String element) {
        return models.values().stream()
                .flatMap(model -> model.nodes().stream()
                        .filter(step -> table.equals(model.attribute(step, "decisionRef")))
                        .map(step -> model.parameters(step, element)))
                .findFirst()
                .orElse(Map.of());
    }

    /** What each called process is handed over by the first call of it that is drawn. */
    Map<String, List<Map<String, String>>> calls() {
        Map<String, List<Map<String, String>>> calls = new TreeMap<>();
        models.values()
                .forEach(model -> model.ids("callActivity")
                        .forEach(step -> calls.putIfAbsent(
                                model.own(step, "calledElement"),
                                model.added(step, "in", "businessKey", "source", "sourceExpression", "target"))));
        return calls;
    }

    /** Name of a process; its id where it has none, or is not there. */
    String processName(String process) {
        return models.values().stream()
                .filter(model -> model.processes().contains(process))
                .map(model -> model.label(process))
                .findFirst()
                .orElse(process);
    }

    /** By name of the file. */
    Map<String, DrawnModel> models() {
        return models;
    }

    /** By id. */
    Map<String, DrawnTable> tables() {
        return tables;
    }

    /** By id. */
    Map<String, DrawnForm> forms() {
        return forms;
    }
}
