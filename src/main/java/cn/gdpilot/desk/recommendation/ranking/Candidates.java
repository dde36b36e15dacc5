package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which projects a unit may put on its list. */
@Component
public class Candidates {

    private static final Set<ApplicationState> ACCEPTED = Set.of(ApplicationState.ACCEPTED, ApplicationState.RANKED);
    private static final Set<ApplicationState> REVIEWED = Set.of(ApplicationState.REVIEWED);

    private final Applications applications;
    private final Opinions opinions;

    Candidates(Applications applications, Opinions opinions) {
        this.applications = applications;
        this.opinions = opinions;
    }

    /** What a unit has accepted; for the Department what it has reviewed, for the CA what passed its review (R3.5). */
    public List<Application> of(String roundId, String unitId) {
        if (unitId.equals(Unit.DEPARTMENT)) {
            return applications.ofRound(roundId, REVIEWED);
        }
        List<Application> accepted = applications.ofUnit(roundId, unitId, ACCEPTED);
        return unitId.equals(Unit.COMMUNICATIONS) ? passed(accepted) : accepted;
    }

    private List<Application> passed(List<Application> accepted) {
        Map<String, List<Opinion>> given =
                opinions.of(accepted.stream().map(Application::id).toList());
        return accepted.stream()
                .filter(one -> given.getOrDefault(one.id(), List.of()).stream()
                        .anyMatch(opinion -> opinion.level() == UnitType.COMMS_ADMIN && opinion.passes()))
                .toList();
    }
}
