package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.platform.engine.gate.drawn.ModelList;
import cn.gdpilot.platform.engine.offered.OfferedBeans;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that an expression of a model may use beside process variables: offered methods, and what {@code engine/models/members.txt} lists. */
final class ExpressionNames {

    /**
     * A method of a reader.
     *
     * @param isText    true if it gives what people wrote: for inputs of user tasks only
     * @param arguments how many it takes
     * @param processes whose tasks it answers
     */
    record Method(boolean isText, int arguments, Set<String> processes) {

        boolean answers(String process) {
            return processes.contains(ForModels.EVERYWHERE) || processes.contains(process);
        }
    }

    private final Map<String, Method> methods = new HashMap<>();
    private final Set<String> readers = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> scopeMembers = new HashSet<>();
    private final Set<String> functions = new HashSet<>();

    private ExpressionNames() {}

    static ExpressionNames load() {
        ExpressionNames names = new ExpressionNames();
        OfferedBeans.all().readings().forEach(names::add);
        for (List<String> words : ModelList.read("members.txt")) {
            List<String> rest = words.subList(1, words.size());
            switch (words.get(0)) {
                case "member" -> names.members.addAll(rest);
                case "scope" -> names.scopeMembers.addAll(rest);
                case "function" -> names.functions.addAll(rest);
                default -> throw new IllegalStateException("members.txt: " + words);
            }
        }
        return names;
    }

    private void add(OfferedBeans.Reading reading) {
        ForModels words = reading.words();
        methods.put(reading.name(), new Method(words.written(), reading.arguments(), Set.of(words.in())));
        readers.add(reading.bean());
    }

    /** All methods of readers, e.g. "deadlines.ofUnit". */
    Map<String, Method> methods() {
        return Map.copyOf(methods);
    }

    Set<String> readers() {
        return readers;
    }

    Optional<Method> method(String reader, String name) {
        return Optional.ofNullable(methods.get(reader + "." + name));
    }

    boolean isMember(String name) {
        return members.contains(name);
    }

    /** True if an expression may read that of an execution or a task. */
    boolean isOfScope(String name) {
        return scopeMembers.contains(name);
    }

    boolean isFunction(String name) {
        return functions.contains(name);
    }
}
