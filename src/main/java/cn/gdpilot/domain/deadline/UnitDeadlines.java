package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.objection.ListDue;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.quota.QuotaTable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** By when a unit delivers its list and takes applications: the round's date, or a later one of its own (R4.1, R4.3). */
@Component
public class UnitDeadlines implements ListDue {

    private final Rounds rounds;
    private final Units units;
    private final QuotaTable quotas;
    private final UnitDates dates;

    UnitDeadlines(Rounds rounds, Units units, QuotaTable quotas, UnitDates dates) {
        this.dates = dates;
        this.rounds = rounds;
        this.units = units;
        this.quotas = quotas;
    }

    /** By when a unit's list must have arrived: the round's date, or the unit's own where that is later. */
    public Deadline delivery(String roundId, String unitId) {
        Deadline general = rounds.get(roundId).deadline(kind(unitId));
        return dates.of(roundId, unitId).map(own -> general.orLater(own)).orElse(general);
    }

    /** The same for many units, by their ids, and which deadline binds each: asked in sets, however many they are. */
    public Map<String, UnitDeadline> deliveries(Round round, Collection<String> unitIds) {
        Map<String, Unit> offices = units.byId();
        Map<String, Quota> rows =
                quotas.ofAll(unitIds.stream().map(offices::get).toList());
        Map<String, Instant> own = dates.all(round.id());
        return unitIds.stream().collect(Collectors.toMap(Function.identity(), unit -> {
            DeadlineKind kind = rows.get(unit).deadline();
            Deadline general = round.deadline(kind);
            return new UnitDeadline(own.containsKey(unit) ? general.orLater(own.get(unit)) : general, kind);
        }));
    }

    /** Which deadline binds a unit, by the table recommendation-quota. */
    public DeadlineKind kind(String unitId) {
        return quotas.of(units.get(unitId)).deadline();
    }

    /** The office that a unit hands over to, by the same table. */
    public String destination(String unitId) {
        return quotas.of(units.get(unitId)).destinationUnit();
    }

    /** The office whose officers extend that unit's window and open it again: the ministry for the province's two; null = all units. */
    public static String mover(String unitId) {
        return Unit.DEPARTMENT.equals(unitId) || Unit.COMMUNICATIONS.equals(unitId) ? Unit.MINISTRY : Unit.DEPARTMENT;
    }

    @Override
    public Deadline atMinistry(String roundId, String unitId) {
        return delivery(roundId, kind(unitId) == DeadlineKind.MINISTRY ? unitId : destination(unitId));
    }

    /**
     * By when an application must have arrived at a unit. The province's branches begin together at the cities'
     * deadline, so it binds applicants of the CA as well (P四).
     */
    public Deadline submission(Round round, String unitId) {
        return units.get(unitId).type() == UnitType.COMMS_ADMIN ? round.city() : delivery(round.id(), unitId);
    }
}
