package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.FurtherLetters.Recipient;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel.Flow;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel.Written;
import cn.gdpilot.platform.engine.gate.drawn.Syntax;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a designer draws beside the contract: a step that keeps an opinion stands right behind a task whose group is declared,
 * and a step that sends a letter names one that is declared, with a recipient that it may have.
 */
public final class OwnSteps implements Family {

    private static final String OPINION = "registerOpinionDelegate";
    private static final String LETTER = "sendLetterDelegate";
    private static final String SERVICE = "serviceTask";
    /** Their instances' keys name the application, or the unit's list. */
    private static final List<String> PROCESSES = List.of("application", "recommendation");

    private static final String OF_A_LIST = "recommendation";

    private final FurtherGroups groups;
    private final FurtherLetters letters;
    private final Predicate<String> hasText;

    /**
     * Holds models against these lists.
     *
     * @param hasText true for letters that have a text
     */
    public OwnSteps(FurtherGroups groups, FurtherLetters letters, Predicate<String> hasText) {
        this.groups = groups;
        this.letters = letters;
        this.hasText = hasText;
    }

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> named = named(handed.model());
        named.forEach((step, times) -> {
            String called = called(handed.model(), step);
            if (times > (called.isEmpty() ? 0 : 1)) {
                faults.add(handed.fault(Rule.OWN_STEP, step, ".place", OPINION, LETTER));
            } else if (!PROCESSES.contains(process(handed.model(), step))) {
                faults.add(handed.fault(Rule.OWN_STEP, step, ".process", String.join("、", PROCESSES)));
            } else if (called.equals(OPINION)) {
                opinion(handed, step, faults);
            } else {
                letter(handed, step, faults);
            }
        });
        return faults;
    }

    /** How often a step, or what stands in it, names one of both. */
    private static Map<String, Integer> named(DrawnModel model) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Written one : model.expressions()) {
            Set<String> names = Syntax.tree(one.text()).map(Syntax::names).orElse(Set.of());
            if (names.contains(OPINION) || names.contains(LETTER)) {
                named.merge(one.step(), 1, Integer::sum);
            }
        }
        return named;
    }

    /** Which of both a service task calls; empty if it is none that does. */
    private static String called(DrawnModel model, String step) {
        String bean = model.kind(step).equals(SERVICE) ? model.delegate(step) : "";
        return Set.of(OPINION, LETTER).contains(bean) ? bean : "";
    }

    private static String process(DrawnModel model, String step) {
        String around = step;
        while (model.has(around) && !model.kind(around).equals("process")) {
            around = model.around(around);
        }
        return around;
    }

    private void opinion(Handed handed, String step, List<Fault> faults) {
        DrawnModel model = handed.model();
        Set<String> tasks =
                model.to(step).stream().map(Flow::source).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean isBehindTasks = !tasks.isEmpty()
                && tasks.stream().allMatch(task -> isOwnTask(handed, task))
                && !model.isAsyncBefore(step)
                && !model.isLoop(step);
        if (!isBehindTasks) {
            faults.add(handed.fault(
                    Rule.OPINION, step, "", String.join("、", groups.all().keySet())));
        }
        tasks.stream()
                .filter(task -> model.kind(task).equals("userTask"))
                .filter(task -> handed.form(task)
                        .filter(form -> !form.open().contains(CaseVariables.GROUNDS))
                        .isPresent())
                .forEach(task ->
                        faults.add(handed.fault(Rule.OPINION_WORDS, task, "", model.attribute(task, "formRef"))));
    }

    private boolean isOwnTask(Handed handed, String task) {
        DrawnModel model = handed.model();
        List<String> asked = Stream.of(model.attribute(task, "candidateGroups").split(","))
                .map(String::strip)
                .toList();
        return model.kind(task).equals("userTask")
                && !model.isAsyncAfter(task)
                && !model.isLoop(task)
                && groups.all().keySet().containsAll(asked);
    }

    private void letter(Handed handed, String step, List<Fault> faults) {
        String letter = handed.model().input(step, "letter");
        Set<Recipient> declared = letters.all().get(letter);
        if (declared == null) {
            faults.add(handed.fault(
                    Rule.LETTER,
                    step,
                    ".unknown",
                    letter,
                    String.join("、", letters.all().keySet())));
            return;
        }
        if (!hasText.test(letter)) {
            faults.add(handed.fault(Rule.LETTER, step, ".text", letter));
        }
        List<String> may = Stream.of(Recipient.values())
                .filter(declared::contains)
                .filter(one -> !process(handed.model(), step).equals(OF_A_LIST) || one != Recipient.APPLICANT)
                .map(Enum::name)
                .toList();
        String to = handed.model().input(step, "to");
        if (!may.contains(to)) {
            faults.add(handed.fault(Rule.LETTER, step, ".to", letter, to, String.join("、", may)));
        }
    }
}
