package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ways through a model: each flow has two ends, each step is reached, each way comes to an end event. */
final class Flows implements Family {

    private static final String LINK = "linkEventDefinition";

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        Set<String> nodes = new HashSet<>(model.nodes());
        model.twice().forEach(id -> faults.add(handed.fault(Rule.STEP_TWICE, id, "")));
        for (Flow flow : model.flows()) {
            if (!nodes.contains(flow.source()) || !nodes.contains(flow.target())) {
                faults.add(handed.fault(Rule.FLOW, flow.id(), ".loose"));
            } else if (!model.around(flow.source()).equals(model.around(flow.target()))) {
                faults.add(handed.fault(Rule.FLOW, flow.id(), ".across"));
            }
        }
        model.ids("boundaryEvent").stream()
                .filter(event -> !nodes.contains(model.own(event, "attachedToRef")))
                .forEach(event -> faults.add(handed.fault(Rule.FLOW, event, ".boundary")));
        for (String step : nodes) {
            if (!model.kind(step).endsWith("Gateway")
                    && model.from(step).stream()
                                    .filter(flow -> flow.condition().isEmpty() && !flow.rest())
                                    .count()
                            > 1) {
                faults.add(handed.fault(Rule.FLOW, step, ".several"));
            }
            if (model.isJoin(step) && !isSplitBefore(model, step)) {
                faults.add(handed.fault(Rule.JOIN, step, ""));
            }
        }
        unreached(model).forEach(step -> faults.add(handed.fault(Rule.REACHED, step, "")));
        model.nodes().stream()
                .filter(step -> model.from(step).isEmpty() && !mayEnd(model, step))
                .forEach(step -> faults.add(handed.fault(Rule.END, step, "")));
        return faults;
    }

    /** True if a step before a join goes several ways at once. */
    private static boolean isSplitBefore(DrawnModel model, String join) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(join));
        while (!open.isEmpty()) {
            String at = open.pop();
            boolean goesOn = model.kind(at).equals("boundaryEvent")
                    && model.own(at, "cancelActivity").equals("false");
            if (goesOn
                    || !at.equals(join)
                            && !model.kind(at).equals("exclusiveGateway")
                            && !model.kind(at).equals("eventBasedGateway")
                            && model.from(at).size() > 1) {
                return true;
            }
            if (seen.add(at)) {
                model.to(at).forEach(flow -> open.push(flow.source()));
                if (model.kind(at).equals("boundaryEvent")) {
                    open.push(model.own(at, "attachedToRef"));
                }
            }
        }
        return false;
    }

    private static boolean mayEnd(DrawnModel model, String step) {
        return model.kind(step).equals("endEvent")
                || isBeside(model, step)
                || model.holds(step, LINK)
                || model.holds(step, "compensateEventDefinition");
    }

    /** True for what no flow reaches: a sub-process that an event begins, a step that undoes another. */
    private static boolean isBeside(DrawnModel model, String step) {
        return model.own(step, "triggeredByEvent").equals("true")
                || model.own(step, "isForCompensation").equals("true");
    }

    /** Steps that never happen, of a row of them the first. */
    private static List<String> unreached(DrawnModel model) {
        Set<String> reached = new HashSet<>(model.processes());
        List<String> nodes = model.nodes();
        while (nodes.stream()
                .filter(step -> !reached.contains(step) && isReached(model, step, reached))
                .map(reached::add)
                .toList()
                .contains(true)) {
            // The next round finds what follows.
        }
        List<String> never =
                nodes.stream().filter(step -> !reached.contains(step)).toList();
        List<String> first = never.stream()
                .filter(step -> reached.contains(model.around(step))
                        && !model.kind(step).equals("boundaryEvent")
                        && model.to(step).stream().noneMatch(flow -> never.contains(flow.source())))
                .toList();
        return first.isEmpty() ? never.stream().limit(1).toList() : first;
    }

    private static boolean isReached(DrawnModel model, String step, Set<String> reached) {
        return switch (model.kind(step)) {
            case "startEvent" -> reached.contains(model.around(step));
            case "boundaryEvent" -> reached.contains(model.own(step, "attachedToRef"));
            default ->
                isBeside(model, step) && reached.contains(model.around(step))
                        || model.kind(step).equals("intermediateCatchEvent") && model.holds(step, LINK)
                        || model.to(step).stream().anyMatch(flow -> reached.contains(flow.source()));
        };
    }
}
