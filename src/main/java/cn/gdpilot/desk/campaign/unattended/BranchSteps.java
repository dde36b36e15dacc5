package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.CampaignUnits;
import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.domain.deadline.extension.MinistrySelection;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;

/** The step at which a lost branch goes on, by the tables; where they do not say it, an earlier one that does nothing twice. */
@Component
class BranchSteps {

    private static final String PUBLICITY = "CallActivity_Publicity";

    private final CampaignUnits units;
    private final Recommendations recommendations;
    private final Publicities publicities;
    private final MinistrySelection selection;
    private final DepartmentReview department;
    private final RuntimeService runtime;

    BranchSteps(
            CampaignUnits units,
            Recommendations recommendations,
            Publicities publicities,
            MinistrySelection selection,
            DepartmentReview department,
            RuntimeService runtime) {
        this.units = units;
        this.recommendations = recommendations;
        this.publicities = publicities;
        this.selection = selection;
        this.department = department;
        this.runtime = runtime;
    }

    /** Where the lost branches begin in the round's own model. */
    List<Step> of(String roundId, Set<Branch> lost) {
        List<Step> steps = new ArrayList<>();
        // Two tokens at one join are one behind it.
        boolean provinceOver = lost.containsAll(Set.of(Branch.DEPARTMENT, Branch.COMMUNICATIONS))
                && isOver(roundId, Unit.DEPARTMENT)
                && isOver(roundId, Unit.COMMUNICATIONS);
        for (Branch branch : lost) {
            switch (branch) {
                case INTAKE, MINISTRY -> steps.add(Step.at(branch.step()));
                case CITIES ->
                    steps.addAll(recommending(
                            roundId, branch, units.cities(roundId), Step.at("IntermediateCatchEvent_CityDeadline")));
                case DIRECT ->
                    steps.addAll(recommending(
                            roundId,
                            branch,
                            units.direct(roundId),
                            Step.along("SequenceFlow_DirectRecommendationsToAllDelivered")));
                case DEPARTMENT ->
                    steps.add(
                            provinceOver ? Step.along("SequenceFlow_ProvinceJoinToAllDelivered") : department(roundId));
                case COMMUNICATIONS -> {
                    if (!provinceOver) {
                        steps.add(communications(roundId));
                    }
                }
            }
        }
        return steps;
    }

    /** A call for each unit that has still to deliver; the step behind them where none has. */
    private List<Step> recommending(String roundId, Branch branch, List<String> unitIds, Step behind) {
        List<Step> calls = unitIds.stream()
                .filter(unit -> !isOver(roundId, unit) && !isRunning(roundId, unit))
                .map(unit -> new Step(branch.step(), false, unit))
                .toList();
        return calls.isEmpty() ? List.of(behind) : calls;
    }

    private Step department(String roundId) {
        if (isOver(roundId, Unit.DEPARTMENT) || isRunning(roundId, Unit.DEPARTMENT)) {
            return Step.along("SequenceFlow_DepartmentRecommendationToProvinceJoin");
        }
        return isReviewing(roundId)
                ? Step.at(Branch.DEPARTMENT.step())
                : Step.at("CallActivity_DepartmentRecommendation");
    }

    /**
     * Before its list is there; later while something is left to review, or its public list takes objections or waits for
     * answers. Where the round makes nothing public no table says that experts or checks have something in hand: the review
     * asks what is left of it, and passes through if nothing is.
     */
    private boolean isReviewing(String roundId) {
        return recommendations
                .find(roundId, Unit.DEPARTMENT)
                .map(list -> list.open()
                        && (!publicities.organised(roundId, Unit.DEPARTMENT)
                                || isPublic(roundId, Unit.DEPARTMENT)
                                || department.isDue(roundId)))
                .orElse(true);
    }

    private Step communications(String roundId) {
        if (isOver(roundId, Unit.COMMUNICATIONS) || isRunning(roundId, Unit.COMMUNICATIONS)) {
            return Step.along("SequenceFlow_CommunicationsRecommendationToProvinceJoin");
        }
        return recommendations.find(roundId, Unit.COMMUNICATIONS).isPresent()
                ? Step.at("CallActivity_CommunicationsRecommendation")
                : Step.at(Branch.COMMUNICATIONS.step());
    }

    /** Leads reviews that have just begun to where the tables are: a public list that is not over, a selection that stands. */
    void moveInside(String roundId, String instanceId, Set<Branch> lost) {
        if (lost.contains(Branch.DEPARTMENT) && isPublic(roundId, Unit.DEPARTMENT)) {
            called(instanceId, Flow.PROVINCE_REVIEW).ifPresent(this::toPublicity);
        }
        if (lost.contains(Branch.MINISTRY) && selection.decided(roundId)) {
            called(instanceId, Flow.MINISTRY_REVIEW).ifPresent(review -> {
                if (selection.isToBePublished(roundId)) {
                    move(review, "ServiceTask_RegisterPilots");
                } else if (isSelectionPublic(roundId)) {
                    toPublicity(review);
                } else {
                    move(review, "ExclusiveGateway_PublicityAsked");
                }
            });
        }
    }

    /** The list is public already, and its days run. */
    private void toPublicity(String review) {
        move(review, PUBLICITY);
        called(review, Flow.PUBLICITY).ifPresent(publicity -> move(publicity, "IntermediateCatchEvent_PublicityOver"));
    }

    private void move(String instanceId, String activity) {
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(instanceId);
        ActivityInstance now = runtime.getActivityInstance(instanceId);
        for (ActivityInstance one : now.getChildActivityInstances()) {
            change.cancelActivityInstance(one.getId());
        }
        for (TransitionInstance one : now.getChildTransitionInstances()) {
            change.cancelTransitionInstance(one.getId());
        }
        change.startBeforeActivity(activity).execute();
    }

    private Optional<String> called(String instanceId, Flow flow) {
        return runtime
                .createProcessInstanceQuery()
                .superProcessInstanceId(instanceId)
                .processDefinitionKey(flow.key())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .findFirst();
    }

    private boolean isPublic(String roundId, String unitId) {
        return publicities
                .newest(roundId, unitId)
                .filter(list -> list.closedAt() == null)
                .isPresent();
    }

    /** A list from before the selection that stands lacks what that has added: the model asks whether it is made public. */
    private boolean isSelectionPublic(String roundId) {
        return publicities
                .newest(roundId, Unit.MINISTRY)
                .filter(list -> list.closedAt() == null)
                .filter(list -> selection
                        .decidedAt(roundId)
                        .filter(list.openedAt()::isBefore)
                        .isEmpty())
                .isPresent();
    }

    private boolean isOver(String roundId, String unitId) {
        return recommendations
                .find(roundId, unitId)
                .filter(list -> !list.underWay())
                .isPresent();
    }

    private boolean isRunning(String roundId, String unitId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(Flow.RECOMMENDATION.key())
                        .processInstanceBusinessKey(Recommendation.idOf(roundId, unitId))
                        .count()
                > 0;
    }

    /**
     * A step of the round's own model.
     *
     * @param element id of an activity, or of a sequence flow
     * @param flow    whether it is a sequence flow
     * @param unit    the unit that it is about; null where it is about none
     */
    record Step(String element, boolean flow, String unit) {

        static Step at(String activity) {
            return new Step(activity, false, null);
        }

        static Step along(String flow) {
            return new Step(flow, true, null);
        }
    }
}
