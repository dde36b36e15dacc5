package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.Deadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Holds how far a round is by its tables beside where its own instance stands. */
@Component
class LostBranches {

    private final Deadlines deadlines;
    private final Recommendations recommendations;
    private final Applications applications;
    private final Opinions opinions;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final PilotClock clock;

    LostBranches(
            Deadlines deadlines,
            Recommendations recommendations,
            Applications applications,
            Opinions opinions,
            RuntimeService runtime,
            HistoryService history,
            PilotClock clock) {
        this.history = history;
        this.deadlines = deadlines;
        this.recommendations = recommendations;
        this.applications = applications;
        this.opinions = opinions;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** The branches of an open round that stand nowhere; all that are due where the round has no instance. */
    Set<Branch> of(String roundId) {
        Tokens tokens = campaign(roundId).map(this::tokens).orElse(Tokens.NONE);
        return standing(roundId, tokens).lost(tokens);
    }

    /** The round's own instance. */
    Optional<String> campaign(String roundId) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Flow.CAMPAIGN.key())
                .processInstanceBusinessKey(roundId)
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .findFirst();
    }

    private Standing standing(String roundId, Tokens tokens) {
        List<Recommendation> lists = recommendations.ofRound(roundId);
        Set<UnitType> reviewing =
                opinions.levels(applications.ofRound(roundId, EnumSet.allOf(ApplicationState.class)).stream()
                        .map(Application::id)
                        .toList());
        boolean department =
                isOver(lists, Unit.DEPARTMENT) || !tokens.department() && isRunning(roundId, Unit.DEPARTMENT);
        boolean communications = isOver(lists, Unit.COMMUNICATIONS)
                || !tokens.communications() && isRunning(roundId, Unit.COMMUNICATIONS);
        boolean toMinistry =
                lists.stream().anyMatch(list -> list.destination().equals(Unit.MINISTRY) && list.underWay());
        boolean direct = lists.stream()
                .noneMatch(list -> list.destination().equals(Unit.MINISTRY)
                        && !list.unitId().equals(Unit.DEPARTMENT)
                        && !list.unitId().equals(Unit.COMMUNICATIONS)
                        && list.underWay());
        return new Standing(
                deadlines.ofSubmission(roundId, Unit.COMMUNICATIONS).deadline().includes(clock.now()),
                citiesClosed(roundId, lists, reviewing),
                department,
                communications,
                direct,
                reviewing.contains(UnitType.MINISTRY)
                        || isOver(lists, Unit.DEPARTMENT) && isOver(lists, Unit.COMMUNICATIONS) && !toMinistry);
    }

    /** A later day of one city does not stop what the province has begun. */
    private boolean citiesClosed(String roundId, List<Recommendation> lists, Set<UnitType> reviewing) {
        return !deadlines.ofCities(roundId).deadline().includes(clock.now())
                || find(lists, Unit.DEPARTMENT).isPresent()
                || find(lists, Unit.COMMUNICATIONS).isPresent()
                || reviewing.contains(UnitType.DEPARTMENT)
                || reviewing.contains(UnitType.COMMS_ADMIN)
                || hasBegunReview(roundId);
    }

    /** Before the first opinion no table says so; the engine's history keeps also what was lost. */
    private boolean hasBegunReview(String roundId) {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(Flow.PROVINCE_REVIEW.key())
                        .processInstanceBusinessKey(roundId)
                        .count()
                > 0;
    }

    private static boolean isOver(List<Recommendation> lists, String unitId) {
        return find(lists, unitId).filter(list -> !list.underWay()).isPresent();
    }

    private static Optional<Recommendation> find(List<Recommendation> lists, String unitId) {
        return lists.stream().filter(list -> list.unitId().equals(unitId)).findFirst();
    }

    private boolean isRunning(String roundId, String unitId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(Flow.RECOMMENDATION.key())
                        .processInstanceBusinessKey(Recommendation.idOf(roundId, unitId))
                        .count()
                > 0;
    }

    private Tokens tokens(String instanceId) {
        return new Tokens(
                at(instanceId, Branch.INTAKE.step()) + at(instanceId, "IntermediateCatchEvent_IntakeDeadline") > 0,
                at(instanceId, Branch.CITIES.step()) + at(instanceId, "IntermediateCatchEvent_CityDeadline") > 0,
                at(instanceId, Branch.DEPARTMENT.step()) + at(instanceId, "CallActivity_DepartmentRecommendation") > 0,
                at(instanceId, Branch.COMMUNICATIONS.step())
                                + at(instanceId, "CallActivity_CommunicationsRecommendation")
                        > 0,
                (int) at(instanceId, "ParallelGateway_ProvinceJoin"),
                at(instanceId, Branch.DIRECT.step()) > 0,
                (int) at(instanceId, "ParallelGateway_AllDelivered"),
                at(instanceId, Branch.MINISTRY.step()) > 0);
    }

    private long at(String instanceId, String activity) {
        return runtime.createExecutionQuery()
                .processInstanceId(instanceId)
                .activityId(activity)
                .count();
    }
}
