package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
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
final class DrawnEffects {

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

    DrawnEffects() {
        for (List<String> words : ModelList.read("effects.txt")) {
            effects.computeIfAbsent(words.get(1) + " " + words.get(2), any -> new TreeMap<>())
                    .put(words.get(3), words.get(4));
        }
    }

    /** True if the task's answer is listed. */
    boolean isListed(String process, String task) {
        return effects.containsKey(process + " " + task);
    }

    /** @throws Refusal if a task's answer is not taken up on some way behind it; names task, step and place */
    void check(String file, DrawnModel model) {
        for (String process : model.processes()) {
            effects.forEach((place, byAnswer) -> {
                String task = place.substring(place.indexOf(' ') + 1);
                if (place.equals(process + " " + task) && model.has(task)) {
                    checkTask(file, model, task);
                    byAnswer.keySet().forEach(answer -> check(file, new Answer(model, task, answer, byAnswer)));
                }
            });
        }
    }

    private static void checkTask(String file, DrawnModel model, String task) {
        if (model.isLoop(task)) {
            throw Refusal.invalid("model.gate.effect-loop", file, model.label(task), task);
        }
        if (model.isAsyncAfter(task)) {
            throw Refusal.invalid("model.gate.effect-later", file, model.label(task), task);
        }
    }

    private static void check(String file, Answer answer) {
        DrawnModel model = answer.model();
        String task = answer.task();
        answer.lostBehind(task, new Past(false, false), new HashMap<>()).ifPresent(step -> {
            throw Refusal.invalid(
                    "model.gate.effect", file, model.label(task), task, model.label(step), answer.delegate());
        });
        answer.wrongFrom(task, new HashSet<>()).ifPresent(step -> {
            throw Refusal.invalid(
                    "model.gate.effect-other", file, model.label(task), task, answer.given(), model.label(step));
        });
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
