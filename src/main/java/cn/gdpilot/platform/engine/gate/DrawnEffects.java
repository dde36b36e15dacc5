package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Behind each user task of the contract stands the step that takes its answer up, in the same transaction: without it a
 * person's decision would change nothing.
 */
final class DrawnEffects {

    private static final String ANY = "*";
    private static final Set<String> PASSED_AT_ONCE = Set.of(
            "exclusiveGateway", "inclusiveGateway", "parallelGateway", "businessRuleTask", "serviceTask", "task");

    /** Delegate by answer, by process and task. */
    private final Map<String, Map<String, String>> effects = new TreeMap<>();

    DrawnEffects() {
        for (List<String> words : ModelList.read("effects.txt")) {
            effects.computeIfAbsent(words.get(1) + " " + words.get(2), any -> new TreeMap<>())
                    .put(words.get(3), words.get(4));
        }
    }

    /** @throws Refusal if a task's answer is not taken up on some way behind it; names task, step and place */
    void check(String file, byte[] content) {
        DrawnModel model = new DrawnModel(content);
        for (String process : model.processes()) {
            effects.forEach((place, byAnswer) -> {
                String task = place.substring(place.indexOf(' ') + 1);
                if (place.equals(process + " " + task) && model.has(task)) {
                    new Walk(file, model, task, byAnswer).from(task, new TreeSet<>(byAnswer.keySet()));
                }
            });
        }
    }

    /** All ways behind a task, each as far as the transaction goes. */
    private record Walk(String file, DrawnModel model, String task, Map<String, String> effects, Set<String> seen) {

        Walk(String file, DrawnModel model, String task, Map<String, String> effects) {
            this(file, model, task, effects, new HashSet<>());
        }

        void from(String step, Set<String> open) {
            Set<String> named = new HashSet<>();
            model.from(step).forEach(flow -> named.addAll(flow.answers()));
            if (model.from(step).isEmpty()) {
                throw missing(step, open);
            }
            for (DrawnModel.Flow flow : model.from(step)) {
                Set<String> left = new TreeSet<>(open);
                left.removeIf(answer -> !isPossible(answer, flow, named));
                if (!left.isEmpty() && !flow.target().equals(task)) {
                    at(flow.target(), left);
                }
            }
        }

        private static boolean isPossible(String answer, DrawnModel.Flow flow, Set<String> named) {
            if (answer.equals(ANY)) {
                return true;
            }
            return flow.answers().isEmpty()
                    ? !flow.rest() || !named.contains(answer)
                    : flow.answers().contains(answer);
        }

        private void at(String step, Set<String> open) {
            if (!PASSED_AT_ONCE.contains(model.kind(step)) || model.isAsync(step)) {
                throw missing(step, open);
            }
            List<String> taken = new ArrayList<>();
            if (model.kind(step).equals("serviceTask")) {
                open.stream()
                        .filter(answer -> effects.get(answer).equals(model.delegate(step)))
                        .forEach(taken::add);
            }
            Set<String> left = new TreeSet<>(open);
            taken.forEach(left::remove);
            if (!left.isEmpty() && seen.add(step + left)) {
                from(step, left);
            }
        }

        private Refusal missing(String step, Set<String> open) {
            String answer = open.iterator().next();
            return Refusal.invalid(
                    "model.gate.effect", file, model.label(task), task, model.label(step), effects.get(answer));
        }
    }
}
