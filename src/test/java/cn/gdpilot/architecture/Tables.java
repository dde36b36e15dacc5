package cn.gdpilot.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rooms' tables, as the statements in their sources name them: a table belongs to the room that writes it.
 *
 * @param uses every place where a statement names a table
 */
record Tables(List<Use> uses) {

    private static final Pattern NAMED =
            Pattern.compile("\\b(insert\\s+into|delete\\s+from|update|from|join)\\s+([a-z][a-z0-9_]*)");
    private static final Set<String> WRITING = Set.of("insert", "delete", "update");

    /**
     * Reads the statements below a folder.
     *
     * @param sources folder whose direct sub-folders are the floors
     * @param names   tables that there are; other words behind a "from" are no tables
     */
    static Tables of(Path sources, Set<String> names) {
        return new Tables(Sources.literals(sources).stream()
                .flatMap(Tables::uses)
                .filter(use -> names.contains(use.table()))
                .toList());
    }

    private static Stream<Use> uses(Sources.Literal literal) {
        Matcher matcher = NAMED.matcher(literal.text());
        return matcher.results()
                .map(found -> new Use(
                        found.group(2),
                        literal.room(),
                        literal.type(),
                        WRITING.contains(found.group(1).split("\\s")[0])));
    }

    /** The rooms of each table: those that write it, or those that read it if none writes it. */
    Map<String, Set<String>> owners() {
        Map<String, Set<String>> owners = rooms(uses.stream().filter(Use::writes));
        rooms(uses.stream()).forEach(owners::putIfAbsent);
        return owners;
    }

    /** Statements that name a table of another room, and tables that have two rooms. */
    List<String> breaches() {
        Map<String, Set<String>> owners = owners();
        return Stream.concat(
                        owners.entrySet().stream()
                                .filter(table -> table.getValue().size() > 1)
                                .map(table -> table.getKey() + " belongs to " + table.getValue()),
                        uses.stream()
                                .filter(use -> !owners.get(use.table()).contains(use.room()))
                                .map(use -> "%s.%s reads %s of %s"
                                        .formatted(use.room(), use.type(), use.table(), owners.get(use.table()))))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Set<String>> rooms(Stream<Use> uses) {
        return uses.collect(Collectors.groupingBy(
                Use::table, TreeMap::new, Collectors.mapping(Use::room, Collectors.toCollection(TreeSet::new))));
    }

    /**
     * A place where a statement names a table.
     *
     * @param table  table
     * @param room   room of the source
     * @param type   class of the source
     * @param writes true if the statement changes the table's rows
     */
    record Use(String table, String room, String type, boolean writes) {}
}
