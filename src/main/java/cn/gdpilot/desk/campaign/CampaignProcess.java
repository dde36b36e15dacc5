package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.campaign.CampaignVariables.UNIT;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Tells a round's process instance what has happened. */
@Component
class CampaignProcess implements UnitProcesses {

    private static final String WINDOW_REOPENED = "WindowReopened";
    private static final String RECOMMENDATION = "recommendation";
    private static final String COMMUNICATIONS_REVIEW = "communications-review";
    private static final Set<ApplicationState> AT_THE_CA =
            Set.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED, ApplicationState.ACCEPTED);
    private static final String DEADLINE = "BoundaryEvent_Deadline";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final DepartmentReview department;
    private final Applications applications;

    CampaignProcess(
            RuntimeService runtime,
            ManagementService management,
            DepartmentReview department,
            Applications applications) {
        this.department = department;
        this.applications = applications;
        this.runtime = runtime;
        this.management = management;
    }

    /** Its recommendation goes on if its timer has not ended it yet, else the model begins it anew beside what runs. */
    @Override
    public void reopen(String roundId, String unitId) {
        Optional<Job> timer = deadlineTimer(roundId, unitId);
        if (timer.isPresent()) {
            // Moved at once: where it fires in this instant, one of the two is told to try again.
            management.recalculateJobDuedate(timer.get().getId(), false);
        } else {
            begin(roundId, unitId);
        }
        if (unitId.equals(Unit.DEPARTMENT)) {
            // Its deadline has ended its review: what came back unreviewed is reviewed before the order is signed.
            department.beside(roundId);
        }
        if (unitId.equals(Unit.COMMUNICATIONS)) {
            reviewCommunicationsAgain(roundId);
        }
    }

    @Override
    public boolean leavesForLate(String roundId) {
        return waitsFor(roundId, LateLists.AT_DEPARTMENT);
    }

    /** The CA's deadline has ended its review, too; its model takes what has no opinion and waits nowhere. */
    private void reviewCommunicationsAgain(String roundId) {
        if (!applications.ofUnit(roundId, Unit.COMMUNICATIONS, AT_THE_CA).isEmpty()) {
            runtime.startProcessInstanceByKey(
                    COMMUNICATIONS_REVIEW, roundId, Map.of(CAMPAIGN_ID, roundId, UNIT, Unit.COMMUNICATIONS));
        }
    }

    /**
     * A unit that came to the round later: its recommendation begins beside what runs, by the same way as a late one.
     *
     * @throws Refusal if its recommendation has begun already, or the round was started on a model that knows no such thing
     */
    void add(String roundId, String unitId) {
        if (hasBegun(roundId, unitId)) {
            throw Refusal.conflict("unit.has-list");
        }
        begin(roundId, unitId);
    }

    /** True once the unit's recommendation runs or has run, also before it has opened the list. */
    boolean hasBegun(String roundId, String unitId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(RECOMMENDATION)
                        .processInstanceBusinessKey(roundId + "/" + unitId)
                        .count()
                > 0;
    }

    private void begin(String roundId, String unitId) {
        String waiting = waiting(roundId, WINDOW_REOPENED).orElseThrow(() -> Refusal.conflict("extension.old-model"));
        runtime.createMessageCorrelation(WINDOW_REOPENED)
                .processInstanceId(waiting)
                .setVariablesToTriggeredScope(Map.of(UNIT, unitId))
                .correlate();
    }

    /**
     * A late list has arrived: where the next office is past the point at which it would be seen, the model goes back to it.
     *
     * @return false if nothing waits for that message
     */
    boolean lateListArrived(String roundId, String message) {
        Optional<String> instance = waiting(roundId, message);
        instance.ifPresent(one ->
                runtime.createMessageCorrelation(message).processInstanceId(one).correlate());
        return instance.isPresent();
    }

    /** True if the round's own instance waits for that message. */
    boolean waitsFor(String roundId, String message) {
        return waiting(roundId, message).isPresent();
    }

    /** Of the unit's recommendation that is still under way; empty once it has ended. */
    private Optional<Job> deadlineTimer(String roundId, String unitId) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(RECOMMENDATION)
                .processInstanceBusinessKey(roundId + "/" + unitId)
                .list()
                .stream()
                .map(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(DEADLINE)
                        .singleResult())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The round's own instance if it waits for that message: a process of another key may wait under the same business key. */
    private Optional<String> waiting(String roundId, String message) {
        return runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(roundId)
                .processDefinitionKey("campaign")
                .messageEventSubscriptionName(message)
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .findFirst();
    }
}
