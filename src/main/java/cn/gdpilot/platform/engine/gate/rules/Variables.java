package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What expressions read is there: otherwise the person, or the job, that comes to one could never go on. */
final class Variables implements Family {

    private static final Set<String> ALWAYS = Set.of(
            CaseVariables.CAMPAIGN_ID,
            CaseVariables.APPLICATION_ID,
            CaseVariables.UNIT,
            CaseVariables.PAIR_ID,
            CaseVariables.OBJECTION_ID,
            CaseVariables.SUBJECT,
            "execution",
            "task",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "decisionResult");
    private static final Set<String> ANSWERED = Set.of(CaseVariables.OUTCOME, CaseVariables.GROUNDS);
    private static final List<String> SET_BY_STEPS = List.of(
            "elementVariable",
            "resultVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "initiator");

    private final Predicate<String> isBean;

    /** @param isBean true for names of beans that models may call */
    Variables(Predicate<String> isBean) {
        this.isBean = isBean;
    }

    @Override
    public List<Fault> faults(Handed handed) {
        DrawnModel model = handed.model();
        boolean isOpen = model.everywhere("formRef").stream()
                        .anyMatch(form -> handed.release().form(form) == null)
                || model.added("out", "variables").contains("all");
        List<Fault> faults = new ArrayList<>();
        if (!isOpen) {
            Set<String> known = known(handed);
            model.lists().forEach((step, list) -> {
                if (!Syntax.isIn(list) && !known.contains(list)) {
                    faults.add(handed.fault(Rule.VARIABLE, step, ".list", list));
                }
            });
            for (DrawnModel.Written one : model.expressions()) {
                Syntax.tree(one.text()).map(Syntax::names).orElse(Set.of()).stream()
                        .filter(name -> !known.contains(name) && !isBean.test(name))
                        .forEach(name -> faults.add(handed.fault(Rule.VARIABLE, one.step(), "", one.text(), name)));
            }
        }
        return faults;
    }

    /** Names of variables that may be there somewhere in a model. */
    static Set<String> known(Handed handed) {
        DrawnModel model = handed.model();
        Set<String> known = kept(handed);
        known.addAll(ANSWERED);
        known.addAll(model.added("inputParameter", "name"));
        known.addAll(model.added("formField", "id"));
        model.everywhere("formRef").forEach(id -> {
            DrawnForm form = handed.release().form(id);
            if (form != null) {
                known.addAll(form.fields());
            }
        });
        return known;
    }

    /** Those of them that are no answers of a form, and not only shown by one: keys, and what steps set. */
    static Set<String> kept(Handed handed) {
        DrawnModel model = handed.model();
        Set<String> kept = new HashSet<>(ALWAYS);
        model.processes().forEach(process -> kept.addAll(handed.contract().handedOver(process)));
        model.nodes().stream()
                .filter(step -> !model.kind(step).equals("userTask"))
                .flatMap(step -> model.added(step, "inputParameter", "name").stream())
                .forEach(input -> kept.add(input.get("name")));
        kept.addAll(model.added("outputParameter", "name"));
        kept.addAll(model.added("out", "target"));
        SET_BY_STEPS.forEach(attribute -> kept.addAll(model.everywhere(attribute)));
        return kept;
    }
}
