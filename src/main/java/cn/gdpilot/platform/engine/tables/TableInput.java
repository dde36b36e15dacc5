package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.project.extra.ExtraFact;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fact that a table is asked with.
 *
 * @param name    as its readers give it
 * @param types   type names that its column may declare
 * @param codes   all texts that it can be; empty if it is no text, or any
 * @param samples values to try the table with; null, for unknown, is tried anyway
 */
record TableInput(String name, Set<String> types, Set<String> codes, List<Object> samples) {

    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

    boolean isText() {
        return types.contains("string");
    }

    boolean isNumber() {
        return types.contains("number");
    }

    /** True for a number that a column of whole numbers may declare. */
    boolean isWhole() {
        return types.contains("integer");
    }

    static TableInput codes(String name, String... codes) {
        return new TableInput(name, Set.of("string"), Set.of(codes), List.of((Object[]) codes));
    }

    static <E extends Enum<E>> TableInput codes(String name, Class<E> codes) {
        return codes(
                name, Arrays.stream(codes.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    static TableInput yesNo(String name) {
        return new TableInput(name, Set.of("boolean"), Set.of(), List.of(true, false));
    }

    static TableInput whole(String name, int least, int most) {
        return new TableInput(
                name,
                NUMBERS,
                Set.of(),
                IntStream.rangeClosed(least, most)
                        .<Object>mapToObj(Integer::valueOf)
                        .toList());
    }

    /** A question of a round's own; its number may have decimals, which a column of whole numbers would cut off. */
    static TableInput of(ExtraFact fact) {
        return switch (fact.type()) {
            case YESNO -> yesNo(fact.key());
            case NUMBER -> new TableInput(fact.key(), Set.of("double", "number"), Set.of(), bounds(fact));
            case DATE, TEXT ->
                new TableInput(fact.key(), Set.of("string"), Set.copyOf(fact.choices()), List.copyOf(fact.choices()));
        };
    }

    private static List<Object> bounds(ExtraFact fact) {
        return Stream.of(fact.least(), fact.most(), "0")
                .filter(Objects::nonNull)
                .<Object>map(Double::valueOf)
                .distinct()
                .toList();
    }

    /** A number of seconds, tried at and around whole minutes. */
    static TableInput seconds(String name) {
        return new TableInput(
                name,
                NUMBERS,
                Set.of(),
                IntStream.rangeClosed(0, 20)
                        .mapToObj(minutes -> minutes * 60)
                        .<Object>flatMap(seconds -> Stream.of(seconds - 1, seconds, seconds + 1))
                        .toList());
    }

    /** A share from 0 to 1; a column of whole numbers would cut it off. */
    static TableInput share(String name) {
        return new TableInput(name, Set.of("double", "number"), Set.of(), List.of(0.0, 0.3, 0.6, 0.75, 0.9, 0.95, 1.0));
    }
}
