package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.direction.Direction;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every direction with the reason for which this applicant can not choose it; what holds is said again at submission. */
@Component
class DirectionChoices {

    private final Directions directions;
    private final Applications applications;

    DirectionChoices(Directions directions, Applications applications) {
        this.directions = directions;
        this.applications = applications;
    }

    List<DirectionChoice> of(Application application) {
        List<Application> others = applications.ofApplicant(application.applicantId()).stream()
                .filter(other -> other.roundId().equals(application.roundId())
                        && !other.id().equals(application.id()))
                .filter(other -> other.state().countsAgainstLimits())
                .toList();
        return directions.standings(application.channel()).entrySet().stream()
                .map(one -> switch (one.getValue()) {
                    case OPEN -> besides(others, one.getKey());
                    case ANOTHERS -> outside(application.channel(), one.getKey());
                    case NOBODYS -> new DirectionChoice(one.getKey(), "R1.2", Texts.of("direction.closed.nobodys"));
                })
                .toList();
    }

    private static DirectionChoice outside(UnitType channel, Direction direction) {
        return channel == UnitType.COMMS_ADMIN
                ? new DirectionChoice(direction, "R1.3", Texts.of("direction.closed.communications"))
                : new DirectionChoice(direction, "R1.2", Texts.of("direction.closed.department"));
    }

    /** R2.8: one category, one direction. */
    private static DirectionChoice besides(List<Application> others, Direction direction) {
        Optional<Application> taken = others.stream()
                .filter(other -> direction.category().equals(other.category()))
                .findFirst();
        return taken.map(other -> new DirectionChoice(
                        direction, "R2.8", Texts.of("direction.closed.category", other.id(), other.direction())))
                .orElseGet(() -> new DirectionChoice(direction, null, null));
    }
}
