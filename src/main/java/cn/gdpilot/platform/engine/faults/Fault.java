package cn.gdpilot.platform.engine.faults;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A breach of a rule.
 *
 * @param file    its name
 * @param element id of the element; empty where it is about the whole file
 * @param label   its label; may be empty
 * @param what    what is wrong and what to do, in Chinese
 */
public record Fault(Rule rule, String file, String element, String label, String what) {

    private static final int MOST_TOLD = 20;

    /** A fault of the whole file. */
    public static Fault of(Rule rule, String file, String key, Object... arguments) {
        return new Fault(rule, file, "", "", Texts.of(key, arguments));
    }

    /** Rule, file, element, label, what, and what to do. */
    public String text() {
        String name = file.replaceAll("\\p{Cntrl}", "?");
        return element.isEmpty()
                ? Texts.of("fault.file", rule.id(), name, what)
                : label.isBlank() || label.equals(element)
                        ? Texts.of("fault.element", rule.id(), name, element, what)
                        : Texts.of(
                                "fault.labelled",
                                rule.id(),
                                name,
                                element,
                                label.strip().replaceAll("\\s+", " "),
                                what);
    }

    /** The "no" to whoever handed the file in. */
    public Refusal refusal() {
        return Refusal.invalid("fault", text());
    }

    /** One "no" that tells several, the first ones where there are many. */
    public static Refusal refusal(Collection<String> faults) {
        String told = faults.stream().limit(MOST_TOLD).collect(Collectors.joining("\n"));
        return Refusal.invalid(
                "fault.refused",
                faults.size() > MOST_TOLD ? told + "\n" + Texts.of("table.more", faults.size()) : told);
    }
}
