package cn.gdpilot.domain.project.direction;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table direction-authority (R1.2, R1.3). */
public interface AuthorityTable {

    /** Who is in charge of a direction; empty if the table does not know it. */
    Optional<Authority> of(String direction);

    /** The same for several directions, by direction; those that the table does not know are left out. */
    default Map<String, Authority> of(Collection<String> directions) {
        Map<String, Authority> known = new HashMap<>();
        directions.forEach(direction -> of(direction).ifPresent(authority -> known.put(direction, authority)));
        return known;
    }

    /**
     * Who is in charge.
     *
     * @param department     the Department
     * @param communications the Communications Administration
     */
    record Authority(boolean department, boolean communications) {}
}
