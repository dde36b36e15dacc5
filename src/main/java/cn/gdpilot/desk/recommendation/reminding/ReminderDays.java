package cn.gdpilot.desk.recommendation.reminding;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.ReminderMoment;
import cn.gdpilot.domain.deadline.ReminderMoments;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.tables.TableAnswer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Facts that the table reminder-schedule is asked with where a list's reminders are due, as the model asks:
 * {@code ${reminderDays.of(campaignId, unit)}}.
 */
@Component
public class ReminderDays {

    private static final Set<State> DONE = Set.of(State.ARRIVED, State.ZERO);

    private final Rounds rounds;
    private final Recommendations recommendations;
    private final WaitingApplicants waiting;
    private final ReminderMoments moments;
    private final UnitDeadlines deadlines;

    ReminderDays(
            Rounds rounds,
            Recommendations recommendations,
            WaitingApplicants waiting,
            ReminderMoments moments,
            UnitDeadlines deadlines) {
        this.rounds = rounds;
        this.recommendations = recommendations;
        this.waiting = waiting;
        this.moments = moments;
        this.deadlines = deadlines;
    }

    /**
     * For how many days before a date something may be due now: today and the days off that follow, before the unit's own date
     * and before those of its applicants.
     */
    @ForModels(
            name = "今天须看的提醒日",
            help = "今天及随后的休息日距期限的天数，用作循环的集合。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "天数的列表。",
            in = "recommendation")
    public List<Integer> of(String campaignId, String unit) {
        Stream<Deadline> applicants = waiting.of(rounds.get(campaignId), unit).keySet().stream();
        return Stream.concat(Stream.of(deadlines.delivery(campaignId, unit)), applicants)
                .distinct()
                .flatMap(deadline -> moments.of(deadline).stream())
                .map(ReminderMoment::planned)
                .distinct()
                .toList();
    }

    /** CITY or MINISTRY: which of the notice's dates binds the unit. */
    @ForModels(
            name = "适用哪一期限",
            help = "规则表的输入：单位适用地市期限还是报部期限。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "CITY 或 MINISTRY。",
            in = "recommendation")
    public String deadline(String campaignId, String unit) {
        return recommendations.get(campaignId, unit).deadline().name();
    }

    /** True if the list has arrived, or the unit recommends none. */
    @ForModels(
            name = "单位是否已办完",
            help = "规则表的输入：名单已送达或零报送。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "true 或 false。",
            in = "recommendation")
    public boolean done(String campaignId, String unit) {
        return DONE.contains(recommendations.get(campaignId, unit).state());
    }

    /** True if the table names anybody. */
    @ForModels(
            name = "是否有人须提醒",
            help = "reminder-schedule 的结果中是否有人须提醒。用在规则任务的输出中。",
            given = Given.TABLE_ANSWER,
            gives = "true 或 false。",
            in = "recommendation")
    public boolean somebody(TableAnswer decisionResult) {
        return !decisionResult.rows().isEmpty();
    }
}
