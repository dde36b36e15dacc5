package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Groups that designers may ask at tasks of their own, from {@code further-groups.csv}; accounts are put into them on the
 * accounts page. A group that is taken out of the list may not be asked by a new model; models and tasks that ask it go on.
 */
@Component
public class FurtherGroups {

    /** Name of the list. */
    public static final String FILE = "further-groups.csv";

    private static final Logger LOG = LoggerFactory.getLogger(FurtherGroups.class);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final Pattern OFFICE = Pattern.compile("(city|dept|ca|central)-.+|ministry.*|.*-lead");
    private static final Set<String> TAKEN =
            Set.of(Group.EXPERT, Group.DESIGNER, Group.OPERATOR, Group.SECURITY, Group.AUDITOR, Group.CAMUNDA_ADMIN);

    private final Edited<Map<String, String>> groups;
    /** All that were declared since the start. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Reads the list. */
    public FurtherGroups(ReferenceFiles files) {
        this.groups = files.edited(List.of(FILE), this::read);
    }

    /** True for what can be such a group: it is no office's, and nobody's who looks after the system. */
    public static boolean isOwn(String id) {
        return ID.matcher(id).matches() && !OFFICE.matcher(id).matches() && !TAKEN.contains(id);
    }

    /** Its name, also where it is no longer declared; its id if nobody knows it. */
    public String name(String id) {
        return all().getOrDefault(id, known.getOrDefault(id, id));
    }

    /**
     * Those that were declared once and are no longer, with a mark: people stay in them as long as tasks may ask them.
     *
     * @param made names by id of all groups that there are
     */
    public Map<String, String> former(Map<String, String> made) {
        Map<String, String> former = new TreeMap<>();
        made.forEach((id, name) -> {
            if (isOwn(id) && !all().containsKey(id)) {
                former.put(id, Texts.of("group.former", name));
            }
        });
        return former;
    }

    /** Names by id, in the list's order. */
    public Map<String, String> all() {
        return groups.value();
    }

    private Map<String, String> read(ReferenceFiles.Lists lists) {
        Map<String, String> read = new LinkedHashMap<>();
        lists.rows(FILE).forEach(row -> {
            String id = row.get("group");
            if (!isOwn(id)) {
                throw new IllegalArgumentException("group: " + id);
            }
            if (row.get("name").isEmpty()) {
                throw new IllegalArgumentException("name of group " + id);
            }
            read.put(id, row.get("name"));
        });
        known.keySet().stream()
                .filter(id -> !read.containsKey(id))
                .forEach(id -> LOG.warn(
                        "Group {} is no longer in {}: models and tasks that ask it go on, a new model may not name it",
                        id,
                        FILE));
        known.putAll(read);
        return Collections.unmodifiableMap(read);
    }
}
