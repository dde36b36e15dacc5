package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a flow's condition reads is there: otherwise the person whose answer comes to that flow could never complete a task. */
final class DrawnVariables {

    private static final Set<String> ALWAYS = Set.of(
            CaseVariables.CAMPAIGN_ID,
            CaseVariables.APPLICATION_ID,
            CaseVariables.UNIT,
            CaseVariables.PAIR_ID,
            CaseVariables.OBJECTION_ID,
            CaseVariables.OUTCOME,
            CaseVariables.GROUNDS,
            CaseVariables.SUBJECT,
            "execution",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");
    private static final List<String> SET_BY_STEPS = List.of(
            "elementVariable",
            "resultVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "initiator");

    private final ExpressionNames names;
    private final KnownBeans beans;

    DrawnVariables(ExpressionNames names, KnownBeans beans) {
        this.names = names;
        this.beans = beans;
    }

    /**
     * Holds each condition of a file against what is there.
     *
     * @param forms fields of each form of the same deployment, by its id
     * @throws Refusal with the flow and the name
     */
    void check(String file, DrawnModel model, Map<String, Set<String>> forms) {
        Set<String> asked = model.everywhere("formRef");
        if (!forms.keySet().containsAll(asked)
                || model.added("out", "variables").contains("all")) {
            return;
        }
        Set<String> known = known(model);
        asked.forEach(form -> known.addAll(forms.get(form)));
        for (DrawnModel.Flow flow : model.flows()) {
            for (String name : flow.condition().map(Condition::names).orElse(Set.of())) {
                if (!known.contains(name) && !names.readers().contains(name) && !beans.isDelegate(name)) {
                    throw Refusal.invalid("model.gate.effect-variable", file, model.label(flow.id()), flow.id(), name);
                }
            }
        }
    }

    private static Set<String> known(DrawnModel model) {
        Set<String> known = new HashSet<>(ALWAYS);
        known.addAll(model.added("inputParameter", "name"));
        known.addAll(model.added("outputParameter", "name"));
        known.addAll(model.added("in", "target"));
        known.addAll(model.added("out", "target"));
        known.addAll(model.added("formField", "id"));
        SET_BY_STEPS.forEach(attribute -> known.addAll(model.everywhere(attribute)));
        return known;
    }
}
