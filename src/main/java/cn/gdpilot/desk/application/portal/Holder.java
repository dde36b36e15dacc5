package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Component;

/** Who holds an application now, and what comes next: the office, never a person. */
@Component
class Holder {

    private final Recommendations recommendations;
    private final Units units;

    Holder(Recommendations recommendations, Units units) {
        this.recommendations = recommendations;
        this.units = units;
    }

    /** The office's name, "the applicant" while it is the applicant's turn, or that it is over. */
    String of(Application application) {
        return switch (application.state()) {
            case DRAFT, RETURNED -> Texts.of("holder.applicant");
            case SUBMITTED, ACCEPTED, RANKED -> name(application.unitId());
            case RECOMMENDED -> whereTheListIs(application);
            case REVIEWED -> name(Unit.DEPARTMENT);
            case FORWARDED, SELECTED -> name(Unit.MINISTRY);
            case PILOT -> Texts.of("holder.pilot");
            default -> Texts.of("holder.over");
        };
    }

    /** What happens next, in one sentence. */
    String next(Application application) {
        return Texts.label("next", application.state());
    }

    private String whereTheListIs(Application application) {
        return recommendations
                .find(application.roundId(), application.unitId())
                .filter(list -> list.state() == Recommendation.State.ARRIVED)
                .map(list -> name(list.destination()))
                .orElseGet(() -> name(application.unitId()));
    }

    private String name(String unit) {
        return units.get(unit).name();
    }
}
