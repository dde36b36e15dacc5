package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The directions of the notice: names from the reference list, who is in charge from the table. */
@Component
public class Directions {

    private final Map<String, Direction> byCode = new LinkedHashMap<>();
    private final AuthorityTable authorities;

    Directions(ReferenceFiles files, AuthorityTable authorities) {
        this.authorities = authorities;
        files.rows("directions.csv")
                .forEach(row -> byCode.put(
                        row.get("code"), new Direction(row.get("code"), row.get("category"), row.get("name"))));
    }

    public Collection<Direction> all() {
        return byCode.values();
    }

    /** The directions that may be applied for through a channel. */
    public List<Direction> open(UnitType channel) {
        Map<String, AuthorityTable.Authority> known = authorities.of(byCode.keySet());
        return byCode.values().stream()
                .filter(direction -> inCharge(Optional.ofNullable(known.get(direction.code())), channel))
                .toList();
    }

    /**
     * The direction of that code, if it may be applied for through that channel.
     *
     * @throws Refusal if the code is unknown (R1.1) or the channel has no authority over it (R1.2, R1.3)
     */
    public Direction get(String code, UnitType channel) {
        Direction direction = byCode.get(code);
        if (direction == null) {
            throw Refusal.byRule("R1.1", "direction.unknown", code);
        }
        if (!inCharge(authorities.of(code), channel)) {
            throw channel == UnitType.COMMS_ADMIN
                    ? Refusal.byRule("R1.3", "direction.not-communications", code)
                    : Refusal.byRule("R1.2", "direction.not-department", code);
        }
        return direction;
    }

    private static boolean inCharge(Optional<AuthorityTable.Authority> authority, UnitType channel) {
        return authority
                .map(either -> switch (channel) {
                    case CITY -> either.department();
                    case COMMS_ADMIN -> either.communications();
                    // Who reports straight to the ministry is bound by neither.
                    case PLANNED_CITY, CENTRAL -> true;
                    case DEPARTMENT, MINISTRY -> false;
                })
                .orElse(false);
    }
}
