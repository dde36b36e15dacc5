package cn.gdpilot.project;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import cn.gdpilot.identity.ReferenceFiles;
import cn.gdpilot.identity.UnitType;
import cn.gdpilot.wording.Refusal;
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
        return byCode.values().stream().filter(direction -> inCharge(direction.code(), channel)).toList();
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
        if (!inCharge(code, channel)) {
            throw channel == UnitType.COMMS_ADMIN
                    ? Refusal.byRule("R1.3", "direction.not-communications", code)
                    : Refusal.byRule("R1.2", "direction.not-department", code);
        }
        return direction;
    }

    private boolean inCharge(String code, UnitType channel) {
        return authorities
                .of(code)
                .map(authority -> switch (channel) {
                    case CITY -> authority.department();
                    case COMMS_ADMIN -> authority.communications();
                    // Who reports straight to the ministry is bound by neither.
                    case PLANNED_CITY, CENTRAL -> true;
                    case DEPARTMENT, MINISTRY -> false;
                })
                .orElse(false);
    }
}
