package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.extension.MinistrySelection;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.ListTakenBack;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A signed list that has not left its unit is called back, to be ranked and signed anew after an upheld objection (R3.6). */
@Component
class CalledBack {

    private final Recommendations recommendations;
    private final Applications applications;
    private final RecommendationProcess process;
    private final UnitProcesses round;
    private final MinistrySelection selection;
    private final Rounds rounds;
    private final ApplicationEventPublisher events;

    CalledBack(
            Recommendations recommendations,
            Applications applications,
            RecommendationProcess process,
            UnitProcesses round,
            MinistrySelection selection,
            Rounds rounds,
            ApplicationEventPublisher events) {
        this.events = events;
        this.recommendations = recommendations;
        this.applications = applications;
        this.process = process;
        this.round = round;
        this.selection = selection;
        this.rounds = rounds;
    }

    /**
     * Holds that the list, whose row the caller has locked, is with its unit.
     *
     * @param project state of the project that the objection is about
     * @throws Refusal if it has gone, the model is busy with it, or the next office has decided beside a zero report
     */
    void check(Recommendation list, ApplicationState project) {
        if (list.state() == State.SENT || list.state() == State.ARRIVED) {
            throw Upheld.listGone(project, Texts.label("list", list.state()));
        }
        if (!list.withTheUnit() || list.state() == State.ZERO && nextOfficeHasDecided(list)) {
            throw Upheld.tooLate(project);
        }
        if (list.state() == State.SIGNED && !process.recallable(list)) {
            throw Refusal.conflict("objection.list-busy");
        }
    }

    /** A zero report is never handed over, so only the next office's own decision ends its time with the unit. */
    private boolean nextOfficeHasDecided(Recommendation zero) {
        if (zero.destination().equals(Unit.MINISTRY)) {
            return selection.decided(zero.roundId())
                    || !rounds.get(zero.roundId()).open();
        }
        return recommendations.find(zero.roundId(), Unit.DEPARTMENT).isPresent()
                && !recommendations.lock(zero.roundId(), Unit.DEPARTMENT).open();
    }

    /** Opens a signed list; what stands on it is ranked, no longer recommended. An open one stays as it is. */
    void open(Recommendation list, Actor officer) {
        if (list.open()) {
            return;
        }
        Grounds grounds = Grounds.byRule("R3.6", Texts.of("objection.list-recalled"));
        recommendations.ranked(list).stream()
                .filter(id -> applications.get(id).state() == ApplicationState.RECOMMENDED)
                .forEach(id -> applications.advance(id, ApplicationState.RANKED, officer, grounds));
        recommendations.recalled(list);
        if (list.state() == State.ZERO) {
            events.publishEvent(new ListTakenBack(list, Texts.of("objection.list-recalled")));
        }
    }

    /** Tells the model that waits with a signed list; a zero report has ended its model, so another one begins. */
    void tell(Recommendation list) {
        if (list.state() == State.ZERO) {
            round.reopen(list.roundId(), list.unitId());
        } else {
            process.recall(list);
        }
    }
}
