package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Component;

/** The list of the unit that decides: what is accepted beside a list that has gone would have no way on (R3.1). */
@Component
public class OpenUnitList {

    private final Recommendations recommendations;

    OpenUnitList(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /**
     * Holds the list open until the end of the transaction, so that nobody signs it meanwhile; a unit without a list yet may
     * decide, too. The caller has locked the application.
     *
     * @throws Refusal if the list is signed, gone or late; says which way is left
     */
    public void holdOpen(Application application) {
        recommendations
                .find(application.roundId(), application.unitId())
                .map(list -> recommendations.lock(list.roundId(), list.unitId()))
                .filter(list -> !list.open())
                .ifPresent(list -> {
                    throw gone(list.state());
                });
    }

    private static Refusal gone(Recommendation.State state) {
        return switch (state) {
            case SIGNED -> Refusal.conflict("accept.list-signed");
            case MISSED -> Refusal.conflict("accept.list-missed");
            default -> Refusal.conflict("accept.list-gone");
        };
    }
}
