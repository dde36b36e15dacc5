package cn.gdpilot.domain.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Clauses of a notice that follows the first ones, from {@code clauses.csv}: they stand in place of those of the program. */
@Component
public class ClauseList {

    /** Name of the list. */
    public static final String FILE = "clauses.csv";

    /** Reads the list; from now on people read its clauses. */
    public ClauseList(ReferenceFiles files) {
        Edited<Map<String, String>> list = files.edited(List.of(FILE), ClauseList::read);
        Clauses.give(rule -> list.value().get(rule));
    }

    private static Map<String, String> read(ReferenceFiles.Lists lists) {
        Map<String, String> clauses = new HashMap<>();
        lists.rows(FILE).forEach(row -> {
            String rule = row.get("rule");
            String office = row.get("office");
            if (!rule.matches("R\\d+\\.\\d+")
                    || !office.matches("[A-Z_]*")
                    || row.get("clause").isEmpty()) {
                throw new IllegalArgumentException("rule, office or clause: " + row);
            }
            clauses.put(office.isEmpty() ? rule : rule + "." + office, row.get("clause"));
        });
        return clauses;
    }
}
