package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.drawn.ModelList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Behind each user task of the contract stands the step that takes its answer up, in the same transaction: without it a
 * person's decision would change nothing. Nor does an answer reach what takes up another one.
 */
final class Effects implements Family {

    private static final String SERVICE = "serviceTask";
    private static final Set<String> PASSED_AT_ONCE = Set.of(
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "businessRuleTask",
            SERVICE,
            "sendTask",
            "manualTask",
            "task");

    /** Delegate by answer, by process and task. */
    private final Map<String, Map<String, String>> effects = new TreeMap<>();

    Effects() {
        for (List<String> words : ModelList.read("effects.txt")) {
            effects.computeIfAbsent(words.get(1) + " " + words.get(2), any -> new TreeMap<>())
                    .put(words.get(3), words.get(4));
        }
    }

    /** True if the task's answer is listed. */
    boolean isListed(String process, String task) {
        return effects.containsKey(process + " " + task);
    }

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        for (String process : model.processes()) {
            effects.forEach((place, byAnswer) -> {
                String task = place.substring(place.indexOf(' ') + 1);
                if (place.equals(process + " " + task) && model.has(task)) {
                    task(handed, task).ifPresent(faults::add);
                    byAnswer.keySet()
                            .forEach(answer -> answer(handed, new Answer(model, task, answer, byAnswer), faults));
                }
            });
        }
        return faults;
    }

    private static Optional<Fault> task(Handed handed, String task) {
        if (handed.model().isLoop(task)) {
            return Optional.of(handed.fault(Rule.EFFECT, task, ".loop"));
        }
        return handed.model().isAsyncAfter(task)
                ? Optional.of(handed.fault(Rule.EFFECT, task, ".later"))
                : Optional.empty();
    }

    private static void answer(Handed handed, Answer answer, List<Fault> faults) {
        DrawnModel model = answer.model();
        String task = answer.task();
        answer.lostBehind(task, new Past(false, false), new HashMap<>())
                .ifPresent(step ->
                        faults.add(handed.fault(Rule.EFFECT, task, ".lost", model.label(step), answer.delegate())));
        answer.wrongFrom(task, new HashSet<>())
                .ifPresent(step ->
                        faults.add(handed.fault(Rule.EFFECT, task, ".other", answer.given(), model.label(step))));
    }

    /**
     * What stands between a task and a step.
     *
     * @param hasActed true for a service task
     * @param hasSplit true for a split, whose branches a later join waits for
     */
    private record Past(boolean hasActed, boolean hasSplit) {}

    /**
     * One answer of a task, and all its ways.
     *
     * @param effects delegates by answer
     */
    private record Answer(DrawnModel model, String task, String given, Map<String, String> effects) {

        String delegate() {
            return effects.get(given);
        }

        /**
         * The step at which the answer is lost, as far as the transaction goes.
         *
         * @param past  what stands between the task and this step
         * @param known what was found out before
         */
        Optional<String> lostBehind(String step, Past past, Map<String, Optional<String>> known) {
            List<DrawnModel.Way> ways = model.ways(step, given);
            boolean splits = ways.stream().filter(DrawnModel.Way::isSure).count() > 1;
            Past behind = new Past(past.hasActed(), past.hasSplit() || splits);
            Optional<String> lost = ways.isEmpty() ? Optional.of(step) : Optional.empty();
            for (DrawnModel.Way way : ways) {
                Optional<String> there = lostAt(way.flow().target(), behind, known);
                if (there.isEmpty() && way.isSure()) {
                    return there;
                }
                lost = lost.or(() -> there);
            }
            return lost;
        }

        private Optional<String> lostAt(String step, Past past, Map<String, Optional<String>> known) {
            if (step.equals(task)) {
                return past.hasActed() ? Optional.empty() : Optional.of(step);
            }
            if (!PASSED_AT_ONCE.contains(model.kind(step))
                    || model.isAsyncBefore(step)
                    || model.isJoin(step) && !past.hasSplit()) {
                return Optional.of(step);
            }
            boolean acts = model.kind(step).equals(SERVICE) && !model.isLoop(step);
            if (acts && model.delegate(step).equals(delegate())) {
                return Optional.empty();
            }
            if (model.isAsyncAfter(step)) {
                return Optional.of(step);
            }
            String place = step + " " + past;
            if (!known.containsKey(place)) {
                known.put(place, Optional.empty());
                known.put(place, lostBehind(step, new Past(past.hasActed() || acts, past.hasSplit()), known));
            }
            return known.get(place);
        }

        /** The step or flow at which this answer is taken for another one. */
        Optional<String> wrongFrom(String step, Set<String> seen) {
            if (isOthers(model.called(step))) {
                return Optional.of(step);
            }
            if (!step.equals(task) && !PASSED_AT_ONCE.contains(model.kind(step)) || !seen.add(step)) {
                return Optional.empty();
            }
            for (DrawnModel.Way way : model.ways(step, given)) {
                Optional<String> wrong = isOthers(way.flow().called())
                        ? Optional.of(way.flow().id())
                        : wrongFrom(way.flow().target(), seen);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        }

        private boolean isOthers(Set<String> called) {
            return effects.values().stream().anyMatch(one -> !one.equals(delegate()) && called.contains(one));
        }
    }
}
