package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.opinion.AwaitedChecks;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Component;

/** What must be over before the Department's order is signed: late lists, pairs, reviews by experts, and checks. */
@Component
class DepartmentSigning {

    private final Recommendations recommendations;
    private final Applications applications;
    private final Units units;
    private final DuplicatePairs pairs;
    private final Panels panels;
    private final AwaitedChecks checks;
    private final Hearing hearing;

    DepartmentSigning(
            Recommendations recommendations,
            Applications applications,
            Units units,
            DuplicatePairs pairs,
            Panels panels,
            AwaitedChecks checks,
            Hearing hearing) {
        this.recommendations = recommendations;
        this.applications = applications;
        this.units = units;
        this.pairs = pairs;
        this.panels = panels;
        this.checks = checks;
        this.hearing = hearing;
    }

    /** @throws Refusal if one of them is not */
    void check(String roundId) {
        checkLateLists(roundId);
        checkPairs(roundId);
        checkPanels(roundId);
        checkChecks(roundId);
        hearing.holdHeard(roundId, Unit.DEPARTMENT);
    }

    /** What comes through a window that was opened again is reviewed before the order of all is signed. */
    private void checkLateLists(String roundId) {
        for (Recommendation list : recommendations.ofRound(roundId)) {
            if (list.destination().equals(Unit.DEPARTMENT) && (list.underWay() || unreviewed(list))) {
                throw Refusal.conflict(
                        "signing.late-list", units.get(list.unitId()).name());
            }
        }
    }

    /** What is not decided to be one project or two can not be signed. */
    private void checkPairs(String roundId) {
        if (!pairs.open(roundId).isEmpty()) {
            throw Refusal.conflict("signing.open-pair");
        }
    }

    /** An expert who was taken off a closed panel is replaced by a further review; the order waits for it. */
    private void checkPanels(String roundId) {
        panels.of(roundId, UnitType.DEPARTMENT).stream()
                .filter(panel -> !panel.closed())
                .map(Panel::applicationId)
                .map(applications::get)
                .filter(one -> one.state() == ApplicationState.REVIEWED)
                .findFirst()
                .ifPresent(this::refuse);
    }

    /** A check that was asked for may still end a project. */
    private void checkChecks(String roundId) {
        checks.withoutResult(roundId).stream().findFirst().ifPresent(one -> {
            throw Refusal.conflict("signing.open-check", one);
        });
    }

    private void refuse(Application reviewed) {
        throw Refusal.conflict("signing.open-panel", reviewed.id(), reviewed.projectName());
    }

    private boolean unreviewed(Recommendation list) {
        return list.state() == Recommendation.State.ARRIVED
                && recommendations.ranked(list).stream()
                        .anyMatch(id -> applications.get(id).state() == ApplicationState.RECOMMENDED);
    }
}
