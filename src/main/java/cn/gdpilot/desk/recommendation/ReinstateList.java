package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.deadline.WindowReopened;
import cn.gdpilot.domain.shortlist.Recommendations;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a list back to where it was before it missed its deadline. */
@Service
public class ReinstateList {

    private final Recommendations recommendations;

    ReinstateList(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** The window is open again: the list goes back where it was when it missed its deadline. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void reinstate(WindowReopened reopened) {
        recommendations.reinstated(recommendations.lock(reopened.roundId(), reopened.unitId()));
    }
}
