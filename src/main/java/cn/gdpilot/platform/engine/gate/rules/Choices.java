package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.Condition;
import cn.gdpilot.platform.engine.gate.drawn.Condition.Truth;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel.Flow;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers of forms against the conditions behind them: each answer finds a flow, and each flow an answer. */
final class Choices implements Family {

    private static final Set<String> ONE_OF_SEVERAL = Set.of("exclusiveGateway", "inclusiveGateway");

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        model.conditions().stream()
                .filter(one -> !new Condition(one.text()).isQuestion())
                .forEach(one -> faults.add(handed.fault(Rule.CONDITION, one.step(), "", one.text())));
        for (Flow flow : model.flows()) {
            flow.condition().ifPresent(condition -> answers(handed, flow, condition, faults));
        }
        model.nodes().stream()
                .filter(step -> ONE_OF_SEVERAL.contains(model.kind(step)))
                .forEach(gateway -> gateway(handed, gateway, faults));
        return faults;
    }

    private static void answers(Handed handed, Flow flow, Condition condition, List<Fault> faults) {
        Optional<Set<String>> given = given(handed, flow.source());
        given.ifPresent(choices -> condition.answers().stream()
                .filter(answer -> !choices.contains(answer))
                .forEach(answer -> faults.add(handed.fault(
                        Rule.ANSWER, flow.id(), "", answer, choices.isEmpty() ? "-" : String.join("、", choices)))));
    }

    private static void gateway(Handed handed, String gateway, List<Fault> faults) {
        DrawnModel model = handed.model();
        List<Flow> flows = model.from(gateway);
        String rest = model.own(gateway, "default");
        if (!rest.isEmpty() && flows.stream().noneMatch(flow -> flow.id().equals(rest))) {
            faults.add(handed.fault(Rule.CHOICE, gateway, ".default", rest));
            return;
        }
        if (flows.size() > 1) {
            flows.stream()
                    .filter(flow -> flow.condition().isPresent() == flow.rest())
                    .forEach(flow ->
                            faults.add(handed.fault(Rule.CHOICE, flow.id(), flow.rest() ? ".both" : ".neither")));
        }
        if (rest.isEmpty() && flows.stream().allMatch(flow -> flow.condition().isPresent()) && !flows.isEmpty()) {
            complete(handed, gateway, flows, faults);
        }
    }

    /** Without a flow for the rest, each answer must find one. */
    private static void complete(Handed handed, String gateway, List<Flow> flows, List<Fault> faults) {
        boolean asks = flows.stream()
                .flatMap(flow -> flow.condition().stream())
                .anyMatch(condition -> !condition.answers().isEmpty());
        Optional<Set<String>> given = given(handed, gateway);
        if (!asks) {
            faults.add(handed.fault(Rule.CHOICE, gateway, ".rest"));
            return;
        }
        given.ifPresent(answers -> answers.stream()
                .filter(answer -> flows.stream()
                        .allMatch(flow -> flow.condition().orElseThrow().holds(answer) == Truth.NO))
                .forEach(answer -> faults.add(handed.fault(Rule.CHOICE, gateway, ".answer", answer))));
    }

    /**
     * Answers that the tasks before a step offer; empty if a form was not handed in. A task whose form asks for no outcome
     * gives none.
     */
    private static Optional<Set<String>> given(Handed handed, String step) {
        Set<String> answers = new LinkedHashSet<>();
        for (String task : tasksBefore(handed.model(), step)) {
            Optional<DrawnForm> form = handed.form(task);
            if (form.isEmpty()) {
                return Optional.empty();
            }
            answers.addAll(form.get().choices(CaseVariables.OUTCOME));
        }
        return Optional.of(answers);
    }

    /** User tasks from which a flow leads to a step without another user task between. */
    private static Set<String> tasksBefore(DrawnModel model, String step) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> tasks = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            if (model.kind(at).equals("userTask")) {
                tasks.add(at);
                continue;
            }
            model.to(at).forEach(flow -> open.push(flow.source()));
            switch (model.kind(at)) {
                case "startEvent" -> open.push(model.around(at));
                case "boundaryEvent" ->
                    model.to(model.own(at, "attachedToRef")).forEach(flow -> open.push(flow.source()));
                case "subProcess" ->
                    model.ids("endEvent").stream()
                            .filter(end -> model.around(end).equals(at) && !at.equals(step))
                            .forEach(open::push);
                default -> {}
            }
        }
        return tasks;
    }
}
