package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may see a unit's list. */
@Component
public class ListAccess {

    private final Recommendations recommendations;

    ListAccess(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** The list, for the unit itself and, once it is on its way, for the office that it goes to. */
    public Recommendation open(String round, String unit, Authentication signedIn) {
        Person person = Person.of(signedIn);
        return recommendations
                .find(round, unit)
                .filter(list -> person.worksFor(unit)
                        || person.worksFor(list.destination())
                                && (list.sentAt() != null
                                        || list.state() == Recommendation.State.ARRIVED
                                        || list.state() == Recommendation.State.ZERO))
                .orElseThrow(() -> Refusal.notFound("recommendation.unknown", unit.replaceAll("[^\\w-]", "?")));
    }
}
