package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel.Written;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An answer lasts as long as the transaction of the task that asks for it (decision 0155). Each expression that reads one
 * stands behind such a task on all its ways, with nothing between that ends the transaction.
 */
final class Lasting implements Family {

    private static final Set<String> IN_ONE_GO = Set.of(
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "businessRuleTask",
            "serviceTask",
            "sendTask",
            "manualTask",
            "task",
            "intermediateThrowEvent",
            "endEvent");
    private static final Set<String> SUB_PROCESS = Set.of("subProcess", "transaction");
    /** Events in the transaction of the step that they end. */
    private static final List<String> AT_ONCE =
            List.of("errorEventDefinition", "escalationEventDefinition", "compensateEventDefinition");

    private static final String LINK = "linkEventDefinition";
    private static final String SHOWN = "inputParameter";
    /** Asked in the transaction of the task that is completed. */
    private static final String LOOP_OVER = "completionCondition";

    private static final String USER_TASK = "userTask";
    private static final String BOUNDARY = "boundaryEvent";

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        Set<String> answers = answers(handed);
        for (Written one : handed.model().expressions()) {
            if (one.name().equals(LOOP_OVER)) {
                continue;
            }
            Syntax.tree(one.text()).map(Syntax::names).orElse(Set.of()).stream()
                    .filter(answers::contains)
                    .forEach(name -> lost(handed, one, name)
                            .map(step -> handed.fault(
                                    Rule.VARIABLE,
                                    one.step(),
                                    ".gone",
                                    one.text(),
                                    name,
                                    handed.model().label(step)))
                            .ifPresent(faults::add));
        }
        return faults;
    }

    /** Fields of the forms, except those that something in the model keeps under the same name. */
    private static Set<String> answers(Handed handed) {
        Set<String> answers = new HashSet<>(Set.of(CaseVariables.OUTCOME, CaseVariables.GROUNDS));
        for (String id : handed.model().everywhere("formRef")) {
            DrawnForm form = handed.release().form(id);
            if (form != null) {
                answers.addAll(form.fields());
            }
        }
        answers.removeAll(Variables.kept(handed));
        return answers;
    }

    private static Optional<String> lost(Handed handed, Written one, String name) {
        Way way = new Way(handed, name, new HashSet<>());
        String step = one.step();
        return switch (handed.model().kind(step)) {
            case "sequenceFlow" -> way.behind(handed.model().own(step, "sourceRef"));
            case BOUNDARY -> way.before(handed.model().own(step, "attachedToRef"));
            case "process" -> Optional.empty();
            // What a form shows is worked out when somebody opens it, except what is handed on under its own name.
            case USER_TASK ->
                one.name().equals(SHOWN) && !handed.model().input(step, name).equals("${" + name + "}")
                        ? Optional.of(step)
                        : way.before(step);
            default -> way.before(step);
        };
    }

    /**
     * The ways back from where an answer is read.
     *
     * @param name of the answer
     * @param seen steps on them
     */
    private record Way(Handed handed, String name, Set<String> seen) {

        /** Where the answer is lost on the way to the beginning of a step. */
        Optional<String> before(String step) {
            DrawnModel model = handed.model();
            if (!seen.add(step)) {
                return Optional.empty();
            }
            if (model.isAsyncBefore(step)) {
                return Optional.of(step);
            }
            if (model.kind(step).equals("startEvent")) {
                String around = model.around(step);
                return SUB_PROCESS.contains(model.kind(around))
                                && !model.own(around, "triggeredByEvent").equals("true")
                        ? before(around)
                        : isAtOnce(step) ? Optional.empty() : Optional.of(step);
            }
            return model.to(step).stream()
                    .map(flow -> behind(flow.source()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /** Where the answer is lost on the way to the end of a step. */
        Optional<String> behind(String step) {
            DrawnModel model = handed.model();
            String kind = model.kind(step);
            if (model.isAsyncAfter(step)) {
                return Optional.of(step);
            }
            if (kind.equals(USER_TASK)) {
                return isAskedAt(step) ? Optional.empty() : Optional.of(step);
            }
            if (SUB_PROCESS.contains(kind)) {
                return model.ids("endEvent").stream()
                        .filter(end -> model.around(end).equals(step))
                        .map(this::before)
                        .flatMap(Optional::stream)
                        .findFirst();
            }
            if (kind.equals(BOUNDARY) && isAtOnce(step) || model.has(step) && model.holds(step, LINK)) {
                return Optional.empty();
            }
            return IN_ONE_GO.contains(kind) || kind.equals("startEvent") ? before(step) : Optional.of(step);
        }

        private boolean isAtOnce(String event) {
            return AT_ONCE.stream().anyMatch(kind -> handed.model().holds(event, kind));
        }

        /** The outcome is there behind each task, empty where its form has none. */
        private boolean isAskedAt(String task) {
            DrawnModel model = handed.model();
            return name.equals(CaseVariables.OUTCOME)
                    || handed.form(task)
                            .map(form -> form.fields().contains(name))
                            .orElse(!model.attribute(task, "formRef").isEmpty()
                                    || model.added(task, "formField", "id").stream()
                                            .anyMatch(field -> name.equals(field.get("id"))));
        }
    }
}
