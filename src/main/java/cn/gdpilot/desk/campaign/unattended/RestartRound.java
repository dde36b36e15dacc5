package cn.gdpilot.desk.campaign.unattended;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.UNIT;

import cn.gdpilot.desk.campaign.CampaignUnits;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.Deadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;

/**
 * Begins a round's own instance anew while units recommend: its lists go on where they are. Once the cities' deadline has
 * passed, reviews, scores and publicities are under way whose step no table tells, and it is refused.
 */
@Component
class RestartRound {

    private final Rounds rounds;
    private final Deadlines deadlines;
    private final CampaignUnits units;
    private final Recommendations recommendations;
    private final RuntimeService runtime;
    private final PilotClock clock;

    RestartRound(
            Rounds rounds,
            Deadlines deadlines,
            CampaignUnits units,
            Recommendations recommendations,
            RuntimeService runtime,
            PilotClock clock) {
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.units = units;
        this.recommendations = recommendations;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** @throws Refusal if the cities' deadline has passed, or the Department has a list already */
    void restart(String roundId) {
        rounds.lock(roundId);
        if (!deadlines.ofCities(roundId).deadline().includes(clock.now())
                || recommendations.find(roundId, Unit.DEPARTMENT).isPresent()) {
            throw Refusal.conflict("unattended.round-lost");
        }
        ProcessInstantiationBuilder start = runtime.createProcessInstanceByKey(Flow.CAMPAIGN.key())
                .businessKey(roundId)
                .setVariable(CAMPAIGN_ID, roundId)
                .startBeforeActivity("SubProcess_CommunicationsIntake");
        List<String> cities = underWay(roundId, units.cities(roundId));
        if (cities.isEmpty()) {
            start.startBeforeActivity("IntermediateCatchEvent_CityDeadline");
        }
        cities.forEach(unit ->
                start.startBeforeActivity("CallActivity_CityRecommendations").setVariableLocal(UNIT, unit));
        List<String> direct = underWay(roundId, units.direct(roundId));
        if (direct.isEmpty()) {
            start.startTransition("SequenceFlow_DirectRecommendationsToAllDelivered");
        }
        direct.forEach(unit ->
                start.startBeforeActivity("CallActivity_DirectRecommendations").setVariableLocal(UNIT, unit));
        start.execute();
    }

    /** Those that have still to deliver, and whose own instance is lost with the round's. */
    private List<String> underWay(String roundId, List<String> unitIds) {
        return unitIds.stream()
                .filter(unit -> recommendations
                        .find(roundId, unit)
                        .map(Recommendation::underWay)
                        .orElse(true))
                .filter(unit -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(Flow.RECOMMENDATION.key())
                                .processInstanceBusinessKey(roundId + "/" + unit)
                                .count()
                        == 0)
                .toList();
    }
}
