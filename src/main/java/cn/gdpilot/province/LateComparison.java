package cn.gdpilot.province;

import cn.gdpilot.calendar.Rounds;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.quota.ListSigned;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Central enterprises and Shenzhen may sign until the ministry's deadline, long after the Department has looked for
 * duplicates: what they recommend then is compared at once, while the Department's own list is open (R3.7).
 */
@Component
class LateComparison {

    private final ProvinceDesk desk;
    private final Recommendations recommendations;
    private final Rounds rounds;

    LateComparison(ProvinceDesk desk, Recommendations recommendations, Rounds rounds) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.rounds = rounds;
    }

    /** First of all who hear it: the model is told by what is found. Before the branches have met nothing is compared. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void compare(ListSigned signed) {
        boolean pastDepartment = signed.destination().equals(Unit.MINISTRY) && !signed.unitId().equals(Unit.DEPARTMENT);
        if (pastDepartment
                && rounds.get(signed.roundId()).communicationsReviewedAt() != null
                && recommendations.find(signed.roundId(), Unit.DEPARTMENT).map(Recommendation::open).orElse(true)) {
            desk.findDuplicates(signed.roundId());
        }
    }
}
