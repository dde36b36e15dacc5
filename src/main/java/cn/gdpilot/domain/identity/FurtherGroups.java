package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Groups that designers may ask at tasks of their own, from {@code further-groups.csv}; accounts are put into them on the accounts page. */
@Component
public class FurtherGroups {

    /** Name of the list. */
    public static final String FILE = "further-groups.csv";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final Pattern OFFICE = Pattern.compile("(city|dept|ca|central)-.+|ministry.*|.*-lead");
    private static final Set<String> TAKEN =
            Set.of(Group.EXPERT, Group.DESIGNER, Group.OPERATOR, Group.SECURITY, Group.AUDITOR, Group.CAMUNDA_ADMIN);

    private final Edited<Map<String, String>> groups;

    /** Reads the list. */
    public FurtherGroups(ReferenceFiles files) {
        this.groups = files.edited(List.of(FILE), FurtherGroups::read);
    }

    /** Names by id, in the list's order. */
    public Map<String, String> all() {
        return groups.value();
    }

    private static Map<String, String> read(ReferenceFiles.Lists lists) {
        Map<String, String> read = new LinkedHashMap<>();
        lists.rows(FILE).forEach(row -> {
            String id = row.get("group");
            if (!ID.matcher(id).matches() || OFFICE.matcher(id).matches() || TAKEN.contains(id)) {
                throw new IllegalArgumentException("group: " + id);
            }
            if (row.get("name").isEmpty()) {
                throw new IllegalArgumentException("name of group " + id);
            }
            read.put(id, row.get("name"));
        });
        return Collections.unmodifiableMap(read);
    }
}
