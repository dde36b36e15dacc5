package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.deadline.extension.TakesBack;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.shortlist.ListTakenBack;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens the Department's list again that was signed, is on its way or has arrived, for what arrived in time (R4.7). */
@Component
public class TakenBack implements TakesBack {

    private final Recommendations recommendations;
    private final Applications applications;
    private final Deliveries deliveries;
    private final MeritSnapshots snapshots;
    private final RecommendationProcess process;
    private final UnitProcesses round;
    private final RecordBook book;
    private final ApplicationEventPublisher events;

    TakenBack(
            Recommendations recommendations,
            Applications applications,
            Deliveries deliveries,
            MeritSnapshots snapshots,
            RecommendationProcess process,
            UnitProcesses round,
            RecordBook book,
            ApplicationEventPublisher events) {
        this.recommendations = recommendations;
        this.applications = applications;
        this.deliveries = deliveries;
        this.snapshots = snapshots;
        this.process = process;
        this.round = round;
        this.book = book;
        this.events = events;
    }

    /**
     * Holds that the model has a way back from where the list is.
     *
     * @throws Refusal while it is on its way beside the round's own branch, or the model is busy with it
     */
    public void check(Recommendation list) {
        boolean beside = !list.open() && list.underWay() && !round.leavesForLate(list.roundId());
        if (beside && list.state() == State.SENT) {
            throw Refusal.conflict("evidence.on-the-way");
        }
        if (beside && list.state() == State.SIGNED && !process.recallable(list)) {
            throw Refusal.conflict("objection.list-busy");
        }
    }

    /** Opens the list and leads the model back to it. Where the round waits with it, also for the job after its end, what has come leads it back. */
    public void open(Recommendation list, String because, Actor lead) {
        takeBack(list, "evidence.taken-back", because, lead);
        if (round.leavesForLate(list.roundId())) {
            return;
        }
        if (list.underWay()) {
            process.recall(list);
        } else {
            round.reopen(list.roundId(), list.unitId());
        }
    }

    @Override
    public void takeBack(Recommendation list, String because, Actor who) {
        takeBack(list, "extension.taken-back", because, who);
    }

    /** Applicants read that the list was taken back; by what evidence or for whose sake is between the offices. */
    private void takeBack(Recommendation list, String words, String because, Actor who) {
        Grounds grounds = Grounds.byRule("R4.7", Texts.of(words));
        recommendations.ranked(list).stream()
                .filter(id -> applications.get(id).state() == ApplicationState.FORWARDED)
                .forEach(id -> applications.advance(id, ApplicationState.REVIEWED, who, grounds));
        recommendations.recalled(list);
        deliveries.takenBack(list);
        snapshots.setAside(list.roundId(), UnitType.DEPARTMENT);
        book.write(RecordEvent.of(who, "list.taken-back", list.id(), because));
        events.publishEvent(new ListTakenBack(list, because));
    }
}
