package cn.gdpilot.domain.project.direction;

import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds the list of directions and the table of who is in charge against what the notice says of both in numbers (R1.1 to R1.3,
 * direction-totals.csv): a row that got lost, or a direction that nobody is in charge of, shows before anybody applies.
 */
@Component
public class DirectionTotals {

    private static final String LIST = "direction-totals.csv";

    private final DirectionList list;
    private final Map<String, String> totals;

    /** Reads the numbers. */
    public DirectionTotals(DirectionList list, ReferenceFiles files) {
        this.list = list;
        this.totals =
                files.rows(LIST).stream().collect(Collectors.toMap(row -> row.get("total"), row -> row.get("value")));
    }

    /** What the notice says in numbers, by the number's name. */
    public Map<String, String> numbers() {
        return Collections.unmodifiableMap(totals);
    }

    /**
     * What does not add up, in Chinese, a sentence each; empty if all does.
     *
     * @param known who is in charge, by direction; a direction that the table does not know is left out
     */
    public List<String> faults(Map<String, Authority> known) {
        List<String> faults = new ArrayList<>();
        long categories =
                list.all().stream().map(Direction::category).distinct().count();
        compare("categories", categories, faults);
        compare("directions", list.codes().size(), faults);
        List<String> nobodys = list.codes().stream()
                .filter(code -> !isSomebodys(known.get(code)))
                .toList();
        if (!nobodys.isEmpty()) {
            faults.add(Texts.of("direction.total.nobodys", String.join("、", nobodys)));
        }
        List<Authority> listed =
                list.codes().stream().filter(known::containsKey).map(known::get).toList();
        compare("department", listed.stream().filter(Authority::department).count(), faults);
        compare(
                "communications",
                listed.stream().filter(Authority::communications).count(),
                faults);
        compare(
                "both",
                listed.stream()
                        .filter(one -> one.department() && one.communications())
                        .count(),
                faults);
        String theirs = totals.get("communications-only");
        List<String> wrong = list.all().stream()
                .filter(one -> one.category().equals(theirs))
                .map(Direction::code)
                .filter(code -> known.containsKey(code) && known.get(code).department())
                .toList();
        if (!wrong.isEmpty()) {
            faults.add(Texts.of("direction.total.not-department", theirs, String.join("、", wrong)));
        }
        return faults;
    }

    private void compare(String what, long found, List<String> faults) {
        String due = totals.get(what);
        if (!String.valueOf(found).equals(due)) {
            faults.add(Texts.of("direction.total." + what, due, found));
        }
    }

    private static boolean isSomebodys(Authority authority) {
        return authority != null && (authority.department() || authority.communications());
    }
}
