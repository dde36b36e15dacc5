package cn.gdpilot.domain.project.direction;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The directions of the notice (R1.1) as the reference list directions.csv names them at the start. */
@Component
public class DirectionList {

    private final Map<String, Direction> byCode = new LinkedHashMap<>();

    /** Reads the list. */
    public DirectionList(ReferenceFiles files) {
        files.rows("directions.csv")
                .forEach(row -> byCode.put(
                        row.get("code"), new Direction(row.get("code"), row.get("category"), row.get("name"))));
    }

    /** All directions, in the list's order. */
    public Collection<Direction> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** Their codes, in the list's order. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(byCode.keySet());
    }

    /** The direction of that code; empty if the list has none. */
    public Optional<Direction> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
