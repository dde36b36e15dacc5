package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.closing.SubmissionWindow;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who holds an application now, and what comes next: the office, never a person. */
@Component
class Holder {

    private final Recommendations recommendations;
    private final Units units;
    private final SubmissionWindow window;
    private final PilotClock clock;

    Holder(Recommendations recommendations, Units units, SubmissionWindow window, PilotClock clock) {
        this.recommendations = recommendations;
        this.units = units;
        this.window = window;
        this.clock = clock;
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
        return closed(application)
                .map(why -> Texts.of("next.closed", why.getMessage()))
                .orElseGet(() -> Texts.label("next", application.state()));
    }

    /** Why a draft or a return cannot be submitted any more; empty while it can, and in every later state. */
    Optional<Refusal> closed(Application application) {
        return application.state().editable() ? window.closedFor(application, clock.now()) : Optional.empty();
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
