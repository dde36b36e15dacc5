package cn.gdpilot.domain.project.direction;

import cn.gdpilot.domain.identity.UnitType;
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

    private final DirectionList list;
    private final AuthorityTable authorities;

    Directions(DirectionList list, AuthorityTable authorities) {
        this.list = list;
        this.authorities = authorities;
    }

    public Collection<Direction> all() {
        return list.all();
    }

    /** The directions that may be applied for through a channel. */
    public List<Direction> open(UnitType channel) {
        return standings(channel).entrySet().stream()
                .filter(one -> one.getValue() == Standing.OPEN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Each direction with its standing for a channel, in the list's order. */
    public Map<Direction, Standing> standings(UnitType channel) {
        Map<String, AuthorityTable.Authority> known = authorities.of(list.codes());
        Map<Direction, Standing> standings = new LinkedHashMap<>();
        list.all()
                .forEach(direction ->
                        standings.put(direction, standing(Optional.ofNullable(known.get(direction.code())), channel)));
        return standings;
    }

    /**
     * The direction of that code, if it may be applied for through that channel.
     *
     * @throws Refusal if the code is unknown (R1.1), the channel has no authority over it (R1.2, R1.3), or the table names nobody
     */
    public Direction get(String code, UnitType channel) {
        Direction direction = list.of(code).orElseThrow(() -> Refusal.byRule("R1.1", "direction.unknown", code));
        return switch (standing(authorities.of(code), channel)) {
            case OPEN -> direction;
            case NOBODYS -> throw Refusal.byRule("R1.2", "direction.nobodys", code);
            case ANOTHERS ->
                throw channel == UnitType.COMMS_ADMIN
                        ? Refusal.byRule("R1.3", "direction.not-communications", code)
                        : Refusal.byRule("R1.2", "direction.not-department", code);
        };
    }

    /** Standing of a direction for a channel, by who is in charge of it; empty where the table does not know it. */
    public static Standing standing(Optional<AuthorityTable.Authority> authority, UnitType channel) {
        return authority
                .filter(either -> either.department() || either.communications())
                .map(either -> switch (channel) {
                    case CITY -> either.department();
                    case COMMS_ADMIN -> either.communications();
                    // Who reports straight to the ministry is bound by neither.
                    case PLANNED_CITY, CENTRAL -> true;
                    case DEPARTMENT, MINISTRY -> false;
                })
                .map(isOpen -> isOpen ? Standing.OPEN : Standing.ANOTHERS)
                .orElse(Standing.NOBODYS);
    }

    /** Standing of a direction for a channel. */
    public enum Standing {
        /** It may be applied for. */
        OPEN,
        /** Another authority is in charge (R1.2, R1.3). */
        ANOTHERS,
        /** The table names no authority: a fault of the table, no ground that the notice knows. */
        NOBODYS
    }
}
