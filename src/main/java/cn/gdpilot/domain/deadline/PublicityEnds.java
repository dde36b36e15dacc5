package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.LastPublicDay;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The back plan's day for a publicity; the ministry's list has none. */
@Component
class PublicityEnds implements LastPublicDay {

    private final Rounds rounds;
    private final BackPlan plan;

    PublicityEnds(Rounds rounds, BackPlan plan) {
        this.rounds = rounds;
        this.plan = plan;
    }

    @Override
    public Optional<LocalDate> of(String roundId, String unitId) {
        return unitId.equals(Unit.MINISTRY)
                ? Optional.empty()
                : Optional.of(plan.publicityEndsBy(rounds.get(roundId), unitId));
    }
}
