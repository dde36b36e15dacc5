package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.calendar.Estimates;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.BackPlan;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Component;

/** By when a publicity that is opened today has to be over (R4.3); the ministry's list is due nowhere. */
@Component
class PublicityTiming {

    private final Rounds rounds;
    private final BackPlan plan;
    private final WorkingDays workingDays;
    private final Estimates estimates;
    private final PilotClock clock;

    PublicityTiming(Rounds rounds, BackPlan plan, WorkingDays workingDays, Estimates estimates, PilotClock clock) {
        this.rounds = rounds;
        this.plan = plan;
        this.workingDays = workingDays;
        this.estimates = estimates;
        this.clock = clock;
    }

    /** @throws Refusal if the list would come too late to the ministry after so many days */
    void holdInTime(String roundId, String unitId, int days) {
        if (unitId.equals(Unit.MINISTRY)) {
            return;
        }
        Round round = rounds.get(roundId);
        int longest = plan.longestPublicity(round, unitId, clock.today());
        if (longest < 1) {
            throw Refusal.byRule(
                    "R4.3",
                    "publicity.too-late-any",
                    plan.publicityEndsBy(round, unitId),
                    plan.due(round, unitId).text());
        }
        if (days > longest) {
            throw Refusal.byRule(
                    "R4.3",
                    "publicity.too-late",
                    workingDays.after(clock.today(), days),
                    plan.publicityEndsBy(round, unitId),
                    plan.due(round, unitId).text());
        }
    }

    /** Until when a list that is opened today has to be over, in words; nothing for the ministry's. */
    String words(String roundId, String unitId) {
        if (unitId.equals(Unit.MINISTRY)) {
            return "";
        }
        Round round = rounds.get(roundId);
        int longest = plan.longestPublicity(round, unitId, clock.today());
        String endsBy = plan.publicityEndsBy(round, unitId) + estimates.mark(plan.publicityEndsBy(round, unitId));
        String due = plan.due(round, unitId).text();
        return longest < 1
                ? Texts.of("publicity.timing-none", endsBy, due)
                : Texts.of("publicity.timing", longest, endsBy, due);
    }
}
