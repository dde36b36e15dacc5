package cn.gdpilot.desk.campaign.unattended;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.UNIT;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;

/**
 * Begins a round's own instance anew, or those branches of it that are lost, where the tables say that they stand. Lists and
 * reviews whose caller is lost end first: they have nobody to go on to, and the tables lead the new ones to the same step.
 */
@Component
class RestartRound {

    /** The round's instance, or one that it calls, calls them. Reviews of the CA begin beside each other and stay. */
    private static final Set<Flow> CALLED =
            Set.of(Flow.RECOMMENDATION, Flow.PROVINCE_REVIEW, Flow.MINISTRY_REVIEW, Flow.PUBLICITY);

    private final Rounds rounds;
    private final LostBranches branches;
    private final BranchSteps steps;
    private final Recommendations recommendations;
    private final UnitProcesses lists;
    private final DepartmentReview department;
    private final RuntimeService runtime;

    RestartRound(
            Rounds rounds,
            LostBranches branches,
            BranchSteps steps,
            Recommendations recommendations,
            UnitProcesses lists,
            DepartmentReview department,
            RuntimeService runtime) {
        this.rounds = rounds;
        this.branches = branches;
        this.steps = steps;
        this.recommendations = recommendations;
        this.lists = lists;
        this.department = department;
        this.runtime = runtime;
    }

    /**
     * Begins what is lost.
     *
     * @return false if nothing of the round's own instance is
     */
    boolean restart(String roundId) {
        rounds.lock(roundId);
        Optional<String> alive = branches.campaign(roundId);
        if (alive.isEmpty()) {
            endWithoutCaller(roundId);
        }
        Set<Branch> lost = branches.of(roundId);
        if (lost.isEmpty() && alive.isPresent()) {
            return false;
        }
        if (alive.isPresent()) {
            endPublicities(roundId, lost);
        }
        List<BranchSteps.Step> begin = steps.of(roundId, lost);
        String instance = alive.map(one -> goOn(one, begin)).orElseGet(() -> start(roundId, begin));
        steps.moveInside(roundId, instance, lost);
        late(roundId, lost);
        department.beside(roundId);
        return true;
    }

    private void endWithoutCaller(String roundId) {
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .filter(one -> CALLED.stream().anyMatch(flow -> isOf(one, flow, roundId)))
                .map(ProcessInstance::getId)
                .forEach(id -> runtime.deleteProcessInstance(id, Texts.of("unattended.deleted")));
    }

    /** The review that has called it is lost, and the new one would make a second list public beside it. */
    private void endPublicities(String roundId, Set<Branch> lost) {
        Set<String> keys = new HashSet<>();
        if (lost.contains(Branch.DEPARTMENT)) {
            keys.add(roundId + "/" + Unit.DEPARTMENT);
        }
        if (lost.contains(Branch.MINISTRY)) {
            keys.add(roundId + "/" + Unit.MINISTRY);
        }
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .filter(one -> isOf(one, Flow.PUBLICITY, roundId) && keys.contains(one.getBusinessKey()))
                .map(ProcessInstance::getId)
                .forEach(id -> runtime.deleteProcessInstance(id, Texts.of("unattended.deleted")));
    }

    private static boolean isOf(ProcessInstance one, Flow flow, String roundId) {
        return one.getProcessDefinitionKey().equals(flow.key())
                && one.getBusinessKey() != null
                && one.getBusinessKey().split("/", 2)[0].equals(roundId);
    }

    private String start(String roundId, List<BranchSteps.Step> begin) {
        ProcessInstantiationBuilder start = runtime.createProcessInstanceByKey(Flow.CAMPAIGN.key())
                .businessKey(roundId)
                .setVariable(CAMPAIGN_ID, roundId);
        for (BranchSteps.Step step : begin) {
            if (step.flow()) {
                start.startTransition(step.element());
            } else if (step.unit() == null) {
                start.startBeforeActivity(step.element());
            } else {
                start.startBeforeActivity(step.element()).setVariableLocal(UNIT, step.unit());
            }
        }
        return start.execute().getId();
    }

    private String goOn(String instanceId, List<BranchSteps.Step> begin) {
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(instanceId);
        for (BranchSteps.Step step : begin) {
            if (step.flow()) {
                change.startTransition(step.element());
            } else if (step.unit() == null) {
                change.startBeforeActivity(step.element());
            } else {
                change.startBeforeActivity(step.element()).setVariableLocal(UNIT, step.unit());
            }
        }
        change.execute();
        return instanceId;
    }

    /** Lists that are still under way when the others have gone on: the model takes them beside, like a window that was opened again. */
    private void late(String roundId, Set<Branch> lost) {
        recommendations.ofRound(roundId).stream()
                .filter(Recommendation::underWay)
                .filter(list -> lost.contains(Branch.MINISTRY)
                        || lost.contains(Branch.DEPARTMENT)
                                && list.destination().equals(Unit.DEPARTMENT))
                .filter(list -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(Flow.RECOMMENDATION.key())
                                .processInstanceBusinessKey(list.id())
                                .count()
                        == 0)
                .forEach(list -> lists.reopen(roundId, list.unitId()));
    }
}
