package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** User tasks: each shows a form, in which its question can be answered, and is offered to the group whose matter it is. */
final class Tasks implements Family {

    private static final String GROUPS = "candidateGroups";
    private static final String FORM = "formRef";
    private static final String NOBODY = "-";
    /** Expressions of a list, or words. */
    private static final Pattern PARTS = Pattern.compile("[$#]\\{[^}]*}|[^,$#]+");

    private static final Pattern TEXT = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        for (String task : handed.model().ids("userTask")) {
            form(handed, task, faults);
            handed.model().added(task, "formField", "id").stream()
                    .map(field -> field.get("id"))
                    .filter(CaseVariables.KEYS::contains)
                    .forEach(key -> faults.add(handed.fault(Rule.FORM_KEY, task, "", key)));
            group(handed, task).ifPresent(faults::add);
        }
        handed.model().ids("startEvent").stream()
                .filter(start -> !handed.model().attribute(start, FORM).isEmpty())
                .forEach(start -> form(handed, start, faults));
        return faults;
    }

    private static void form(Handed handed, String task, List<Fault> faults) {
        DrawnModel model = handed.model();
        String form = model.attribute(task, FORM);
        if (form.isBlank()) {
            if (handed.isOfContract(task)
                    || model.added(task, "formField", "id").isEmpty()) {
                faults.add(handed.fault(Rule.FORM, task, ".none"));
            }
        } else if (Syntax.isIn(form) || !handed.release().hasForm(form)) {
            faults.add(handed.fault(Rule.FORM, task, ".missing", form));
        } else if (!model.attribute(task, "formRefBinding").equals("deployment")) {
            faults.add(handed.fault(Rule.FORM, task, ".binding"));
        } else {
            handed.form(task).ifPresent(shown -> answered(handed, task, shown, faults));
        }
    }

    /** Whatever form a task of the contract shows, the step behind it reads the same fields and knows the same outcomes. */
    private static void answered(Handed handed, String task, DrawnForm shown, List<Fault> faults) {
        Contract contract = handed.contract();
        contract.form(handed.process(), task).ifPresent(form -> {
            contract.fields(form).stream()
                    .filter(field -> !shown.open().contains(field))
                    .forEach(field -> faults.add(handed.fault(Rule.ASKED, task, ".field", shown.id(), field)));
            Set<String> known = contract.answers(form, CaseVariables.OUTCOME);
            List<String> offered = shown.choices(CaseVariables.OUTCOME);
            known.stream()
                    .filter(answer -> !offered.contains(answer))
                    .forEach(answer -> faults.add(handed.fault(Rule.ASKED, task, ".answer", shown.id(), answer)));
            shown.parts().forEach(part -> {
                Set<String> values = contract.answers(form, part.key());
                part.choices().stream()
                        .filter(value -> !values.isEmpty() && !values.contains(value))
                        .forEach(value -> faults.add(handed.fault(
                                Rule.ASKED,
                                task,
                                ".unknown",
                                shown.id(),
                                part.key(),
                                value,
                                String.join("、", values))));
            });
        });
    }

    private static Optional<Fault> group(Handed handed, String task) {
        DrawnModel model = handed.model();
        for (String person : List.of("assignee", "candidateUsers")) {
            if (!model.attribute(task, person).isBlank()) {
                return Optional.of(handed.fault(Rule.GROUP, task, ".person", person));
            }
        }
        String groups = model.attribute(task, GROUPS);
        String office = handed.contract().tasks(handed.process()).get(task);
        if (office != null) {
            return groups.replaceAll("\\s", "").equals(office.equals(NOBODY) ? "" : office)
                    ? Optional.empty()
                    : Optional.of(handed.fault(Rule.OFFICE, task, "", groups.isEmpty() ? NOBODY : groups, office));
        }
        if (groups.isBlank()) {
            return Optional.of(handed.fault(Rule.GROUP, task, ".none"));
        }
        return named(groups)
                .filter(name -> !handed.release().beside().hasGroup(name))
                .findFirst()
                .map(name -> handed.fault(Rule.GROUP, task, ".unknown", name));
    }

    /** Groups that are named by words; what an expression computes can only be told when it runs. */
    private static Stream<String> named(String groups) {
        return PARTS.matcher(groups)
                .results()
                .map(found -> found.group().strip())
                .flatMap(part -> Syntax.isIn(part)
                        ? TEXT.matcher(part)
                                .results()
                                .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                                .filter(text -> !Group.isLeadEnding(text))
                        : Stream.of(part));
    }
}
