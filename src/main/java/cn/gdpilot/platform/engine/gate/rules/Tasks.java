package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** User tasks: each shows a form and is offered to the group whose matter it is. */
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
        }
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
