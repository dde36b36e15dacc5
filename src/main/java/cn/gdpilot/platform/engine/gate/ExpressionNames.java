package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.platform.engine.gate.drawn.ModelList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that an expression of a model may use beside process variables, read from {@code engine/models/beans.txt}. */
final class ExpressionNames {

    private static final String EVERY_PROCESS = "*";

    /**
     * A method of a reader.
     *
     * @param isText    true if it gives what people wrote: for inputs of user tasks only
     * @param arguments how many it takes, e.g. "2"; several divided by bars
     * @param processes whose tasks it answers
     */
    record Method(boolean isText, String arguments, Set<String> processes) {

        boolean takes(int given) {
            return List.of(arguments.split("\\|")).contains(String.valueOf(given));
        }

        boolean answers(String process) {
            return processes.contains(EVERY_PROCESS) || processes.contains(process);
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
        for (List<String> words : ModelList.read("beans.txt")) {
            List<String> rest = words.subList(1, words.size());
            switch (words.get(0)) {
                case "value", "text" -> names.method(words);
                case "member" -> names.members.addAll(rest);
                case "scope" -> names.scopeMembers.addAll(rest);
                case "function" -> names.functions.addAll(rest);
                default -> throw new IllegalStateException("beans.txt: " + words);
            }
        }
        return names;
    }

    private void method(List<String> words) {
        String[] parts = words.get(1).split("/");
        String name = parts[0];
        methods.put(
                name, new Method(words.get(0).equals("text"), parts[1], Set.copyOf(words.subList(2, words.size()))));
        readers.add(name.substring(0, name.indexOf('.')));
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
