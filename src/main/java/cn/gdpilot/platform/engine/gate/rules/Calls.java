package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a model calls or waits for: processes with their variables, messages, signals. */
final class Calls implements Family {

    private static final Set<String> WAITING =
            Set.of("startEvent", "boundaryEvent", "intermediateCatchEvent", "receiveTask");

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        model.ids("callActivity").forEach(call -> call(handed, call, faults));
        Set<String> sent = handed.contract().isProcess(handed.process())
                ? handed.contract().messages(handed.process())
                : handed.contract().messages();
        model.messages().forEach((step, name) -> {
            if (WAITING.contains(model.kind(step)) && !sent.contains(name)) {
                faults.add(handed.fault(Rule.MESSAGE, step, "", name, String.join("、", sent)));
            }
        });
        signals(handed, faults);
        return faults;
    }

    private static void call(Handed handed, String call, List<Fault> faults) {
        DrawnModel model = handed.model();
        String called = model.own(call, "calledElement");
        if (called.isBlank() || Syntax.isIn(called) || !handed.release().hasProcess(called)) {
            faults.add(handed.fault(Rule.CALL, call, ".missing", called));
            return;
        }
        if (!Set.of("", "latest").contains(model.attribute(call, "calledElementBinding"))) {
            faults.add(handed.fault(Rule.CALL, call, ".binding"));
        }
        if (handed.contract().isProcess(called)) {
            variables(handed, call, called, faults);
        }
    }

    private static void variables(Handed handed, String call, String called, List<Fault> faults) {
        List<Map<String, String>> given =
                handed.model().added(call, "in", "businessKey", "source", "sourceExpression", "target", "variables");
        Set<String> targets = new HashSet<>();
        boolean isAll = false;
        boolean hasKey = false;
        Set<String> known = Variables.known(handed);
        for (Map<String, String> one : given) {
            isAll |= one.get("variables").equals("all");
            hasKey |= !one.get("businessKey").isEmpty();
            String target = one.get("target");
            if (!target.isEmpty()) {
                targets.add(target);
                if (!handed.contract().handedOver(called).contains(target)) {
                    faults.add(handed.fault(
                            Rule.HANDED_OVER,
                            call,
                            ".unknown",
                            called,
                            target,
                            String.join("、", handed.contract().handedOver(called))));
                }
            }
            if (!one.get("source").isEmpty() && !known.contains(one.get("source"))) {
                faults.add(handed.fault(Rule.HANDED_OVER, call, ".source", one.get("source")));
            }
        }
        if (!hasKey) {
            faults.add(handed.fault(Rule.HANDED_OVER, call, ".key", called));
        }
        if (!isAll) {
            handed.contract().needed(called).stream()
                    .filter(name -> !targets.contains(name))
                    .forEach(name -> faults.add(handed.fault(Rule.HANDED_OVER, call, ".missing", called, name)));
        }
    }

    private static void signals(Handed handed, List<Fault> faults) {
        DrawnModel model = handed.model();
        Set<String> thrown = new HashSet<>();
        model.signals().forEach((step, signal) -> {
            if (!WAITING.contains(model.kind(step))) {
                thrown.add(signal);
            }
        });
        model.signals().forEach((step, signal) -> {
            if (WAITING.contains(model.kind(step)) && !thrown.contains(signal)) {
                faults.add(handed.fault(Rule.MESSAGE, step, ".signal", model.label(signal)));
            }
        });
    }
}
