package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.calendar.Estimates;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.BackPlan;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.publicity.ListToPublish;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office does with a list that is to be public, whichever office it is. */
@Service
class PublicityDesk {

    private final List<ListToPublish> lists;
    private final Hearing hearing;
    private final Publicities publicities;

    private final Rounds rounds;
    private final BackPlan plan;
    private final WorkingDays workingDays;
    private final Estimates estimates;
    private final PilotClock clock;

    PublicityDesk(
            List<ListToPublish> lists,
            Hearing hearing,
            Publicities publicities,
            Rounds rounds,
            BackPlan plan,
            WorkingDays workingDays,
            Estimates estimates,
            PilotClock clock) {
        this.rounds = rounds;
        this.plan = plan;
        this.workingDays = workingDays;
        this.estimates = estimates;
        this.clock = clock;
        this.lists = lists;
        this.hearing = hearing;
        this.publicities = publicities;
    }

    List<String> proposed(String roundId, String unitId) {
        return list(unitId).proposed(roundId);
    }

    /**
     * Opens the list to the public.
     *
     * @param inTimeOnly whether the officer has not confirmed that the list may come too late to the ministry
     * @throws Refusal if it cannot be this office's list, or would come too late and that is not confirmed
     */
    @Transactional
    public void open(String roundId, String unitId, List<String> list, int days, boolean inTimeOnly, Actor officer) {
        list(unitId).check(roundId, list);
        Round round = rounds.get(roundId);
        if (inTimeOnly && !unitId.equals(Unit.MINISTRY) && days > plan.longestPublicity(round, unitId, clock.today())) {
            throw Refusal.byRule(
                    "R4.3",
                    "publicity.too-late",
                    workingDays.after(clock.today(), days),
                    plan.publicityEndsBy(round, unitId),
                    plan.due(round, unitId).text());
        }
        hearing.publish(roundId, unitId, list, days, officer);
    }

    /** Until when a list that is opened today has to be over, in words; nothing for the ministry's, which is due nowhere. */
    String timing(String roundId, String unitId) {
        if (unitId.equals(Unit.MINISTRY)) {
            return "";
        }
        Round round = rounds.get(roundId);
        return Texts.of(
                "publicity.timing",
                plan.longestPublicity(round, unitId, clock.today()),
                plan.publicityEndsBy(round, unitId) + estimates.mark(plan.publicityEndsBy(round, unitId)),
                plan.due(round, unitId).text());
    }

    @Transactional
    public void close(String roundId, String unitId) {
        hearing.close(newest(roundId, unitId));
    }

    @Transactional
    public boolean answered(String roundId, String unitId) {
        return hearing.allAnswered(newest(roundId, unitId).id());
    }

    Publicity newest(String roundId, String unitId) {
        return publicities.newest(roundId, unitId).orElseThrow();
    }

    private ListToPublish list(String unitId) {
        return lists.stream()
                .filter(one -> one.unitId().equals(unitId))
                .findFirst()
                .orElseThrow();
    }
}
