package cn.gdpilot.domain.text;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Labels that reference lists bring, beside those of the program: what a list declares has its words there. */
public final class FurtherLabels {

    private static final Map<String, Map<String, UnaryOperator<String>>> BY_FAMILY = new ConcurrentHashMap<>();

    private FurtherLabels() {}

    /**
     * Takes the labels of a list, in place of what it gave before.
     *
     * @param families that they belong to, e.g. material
     * @param labels   the label of a value; null if the list has none
     */
    public static void give(String list, Collection<String> families, UnaryOperator<String> labels) {
        families.forEach(family -> BY_FAMILY
                .computeIfAbsent(family, any -> new ConcurrentHashMap<>())
                .put(list, labels));
    }

    /** Null if no list has one. */
    static String of(String family, String value) {
        return BY_FAMILY.getOrDefault(family, Map.of()).values().stream()
                .map(labels -> labels.apply(value))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
