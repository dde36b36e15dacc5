package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.gate.drawn.ModelList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the program and its clients rely on in models and forms, read from {@code engine/models/contract.txt}. */
public final class Contract {

    private static final String OPTIONAL = "?";
    private static final Set<String> ONCE = Set.of("after", "due", "followUp", "lastCall");
    private static final Set<String> OFTEN = Set.of("reminders", "lastCalls");

    /** What a call of the calendar gives. */
    enum Moment {
        ONE,
        REPEATING
    }

    private final Map<String, List<List<String>>> lines = new HashMap<>();

    private Contract() {}

    /** Reads the list. */
    public static Contract load() {
        Contract contract = new Contract();
        for (List<String> words : ModelList.read("contract.txt")) {
            contract.lines
                    .computeIfAbsent(words.get(0), kind -> new ArrayList<>())
                    .add(words.subList(1, words.size()));
        }
        return contract;
    }

    private List<List<String>> of(String kind) {
        return lines.getOrDefault(kind, List.of());
    }

    private Set<String> rest(String kind, String first) {
        return of(kind).stream()
                .filter(words -> words.get(0).equals(first))
                .flatMap(words -> words.stream().skip(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** True for a process that the program starts or calls. */
    public boolean isProcess(String id) {
        return of("task").stream().anyMatch(words -> words.get(0).equals(id));
    }

    /** True for a process that people start in the Tasklist. */
    public boolean isStartable(String process) {
        return of("startable").stream().anyMatch(words -> words.get(0).equals(process));
    }

    /** User tasks of a process, and the groups to which each is offered; "-" is nobody in the engine. */
    public Map<String, String> tasks(String process) {
        Map<String, String> tasks = new LinkedHashMap<>();
        of("task").stream()
                .filter(words -> words.get(0).equals(process))
                .forEach(words -> tasks.put(words.get(1), words.get(2)));
        return tasks;
    }

    /** The program's form for a task: what the task shows has its fields and outcomes; empty for a task of a designer's own. */
    Optional<String> form(String process, String task) {
        return of("task").stream()
                .filter(words -> words.get(0).equals(process) && words.get(1).equals(task))
                .map(words -> words.get(3))
                .findFirst();
    }

    /** Further elements of a process that the program names. */
    Set<String> elements(String process) {
        Set<String> elements = rest("element", process);
        elements.addAll(closings(process).keySet());
        return elements;
    }

    /** Timers of a process that close something, and the moment of each: a member of dates, or a method. */
    Map<String, String> closings(String process) {
        return of("closes").stream()
                .filter(words -> words.get(0).equals(process))
                .collect(Collectors.toMap(words -> words.get(1), words -> words.get(2)));
    }

    /** Beans whose work a process must have done. */
    Set<String> work(String process) {
        return rest("work", process);
    }

    /** Messages that the program sends to a process. */
    Set<String> messages(String process) {
        return rest("message", process);
    }

    /** All messages that the program sends. */
    Set<String> messages() {
        return of("message").stream().flatMap(words -> words.stream().skip(1)).collect(Collectors.toSet());
    }

    /** Variables that a call of a process hands over; empty if nobody calls it. */
    public Set<String> handedOver(String process) {
        return rest("call", process).stream()
                .map(name -> name.replace(OPTIONAL, ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of them that must be there. */
    Set<String> needed(String process) {
        return rest("call", process).stream()
                .filter(name -> !name.endsWith(OPTIONAL))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Fields of a form that the program reads. */
    public Set<String> fields(String form) {
        return rest("form", form);
    }

    /** Ids of the forms of the program that have fields. */
    public Set<String> forms() {
        return of("form").stream().map(words -> words.get(0)).collect(Collectors.toSet());
    }

    /** Values of a choice that the program knows; empty if it takes any. */
    public Set<String> answers(String form, String field) {
        return of("answers").stream()
                .filter(words -> words.get(0).equals(form) && words.get(1).equals(field))
                .flatMap(words -> words.stream().skip(2))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What the calendar gives for a call.
     *
     * @param method e.g. "deadlines.ofUnit"
     * @param member that is called on its answer; empty if none is
     */
    Optional<Moment> moment(String method, String member) {
        boolean both = of("dates").stream().anyMatch(words -> words.contains(method));
        if (both && ONCE.contains(member) || member.isEmpty() && isListed("date", method)) {
            return Optional.of(Moment.ONE);
        }
        return both && OFTEN.contains(member) || member.isEmpty() && isListed("repeating", method)
                ? Optional.of(Moment.REPEATING)
                : Optional.empty();
    }

    private boolean isListed(String kind, String word) {
        return of(kind).stream().anyMatch(words -> words.contains(word));
    }
}
