package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dates that models ask for as {@code ${deadlines.…}}; each is a {@link DueDate} whose parts they take. */
@Component
public class Deadlines {

    private final Rounds rounds;
    private final UnitDeadlines deadlines;
    private final UnitDates ownDates;
    private final IntakeDays intakes;
    private final DueDates dates;
    private final WorkingDays workingDays;
    private final PilotClock clock;
    private final RoundDays days;
    private final OfferedDates offered;

    Deadlines(
            Rounds rounds,
            UnitDeadlines deadlines,
            UnitDates ownDates,
            IntakeDays intakes,
            DueDates dates,
            WorkingDays workingDays,
            PilotClock clock,
            RoundDays days,
            OfferedDates offered) {
        this.offered = offered;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.ownDates = ownDates;
        this.intakes = intakes;
        this.dates = dates;
        this.workingDays = workingDays;
        this.clock = clock;
        this.days = days;
    }

    /** By when a unit's list must have arrived (R4.1, R4.3). */
    @ForModels(
            name = "单位报送期限",
            help = "单位的名单须送达的期限（含延期）。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives =
                    "期限。取其一项使用：.due() 截止，.after() 截止后一秒，.followUp() 待办出现，.lastCall() 截止前最后一次提醒；定时循环用 .reminders()、.lastCalls()。",
            dates = true)
    public DueDate ofUnit(String roundId, String unitId) {
        return withOwnDay(roundId, unitId, deadlines.delivery(roundId, unitId));
    }

    /** Until when a unit takes applications, and an applicant corrects. */
    @ForModels(
            name = "申报截止期限",
            help = "单位停止收件、申报单位停止补正的期限；单位自定更早日期的以其为准。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "期限，用法同 deadlines.ofUnit。",
            dates = true)
    public DueDate ofSubmission(String roundId, String unitId) {
        return withOwnDay(roundId, unitId, deadlines.submission(rounds.get(roundId), unitId));
    }

    private DueDate withOwnDay(String roundId, String unitId, Deadline notice) {
        return dates.of(roundId, notice, intakes.orEarlier(roundId, unitId, notice));
    }

    /** When the last unit that reports to the Department has closed, so that the province reviews all lists together. */
    @ForModels(
            name = "各地市均截止",
            help = "最后一个报送省厅的单位截止的时刻，省厅由此开始一并初审。",
            given = Given.CAMPAIGN,
            gives = "期限，用法同 deadlines.ofUnit。",
            dates = true)
    public DueDate ofCities(String roundId) {
        Deadline last = rounds.get(roundId).city();
        for (Map.Entry<String, Instant> own : ownDates.all(roundId).entrySet()) {
            last = deadlines.kind(own.getKey()) == DeadlineKind.CITY ? last.orLater(own.getValue()) : last;
        }
        return dates.of(roundId, last);
    }

    /** The ministry's deadline (R4.3), with which the province's reviews end. */
    @ForModels(
            name = "报部期限",
            help = "报送部级的期限，省级各项审核以此为限。",
            given = Given.CAMPAIGN,
            gives = "期限，用法同 deadlines.ofUnit。",
            dates = true)
    public DueDate ofMinistry(String roundId) {
        return dates.of(roundId, rounds.get(roundId).ministry());
    }

    /**
     * By when the CA's review should be done, so that the Department can look for duplicates (R3.7): a date to work towards,
     * at the round's end of work, which is that of the cities' deadline (R4.5).
     */
    @ForModels(
            name = "通信局审核时限",
            help = "通信管理局应当审核完的日期，按通知内容中的工作日数倒推。",
            given = Given.CAMPAIGN,
            gives = "期限，用法同 deadlines.ofUnit；过期不关闭办理。",
            dates = true)
    public DueDate ofCommunications(String roundId) {
        LocalDate lastDay = deadlines
                .delivery(roundId, Unit.COMMUNICATIONS)
                .lastMoment()
                .atZone(PilotClock.GUANGDONG)
                // At 24:00 the day is still the one that ends.
                .minusSeconds(1)
                .toLocalDate();
        return dates.ofWork(
                roundId,
                rounds.get(roundId)
                        .endOfWork(workingDays.before(lastDay, days.of(roundId, Period.COMMUNICATIONS_REVIEW))));
    }

    /** When the ministry's review should be done: no deadline of the notices, a date to work towards. */
    @ForModels(
            name = "部级评审时限",
            help = "部级应当评审完的日期，按通知内容中的天数推算。",
            given = Given.CAMPAIGN,
            gives = "期限，用法同 deadlines.ofUnit；过期不关闭办理。",
            dates = true)
    public DueDate ofMinistryReview(String roundId) {
        return dates.ofWork(
                roundId,
                rounds.get(roundId)
                        .ministryDeadline()
                        .atZone(PilotClock.GUANGDONG)
                        .plusDays(days.of(roundId, Period.MINISTRY_REVIEW))
                        .toInstant());
    }

    /** By when an office of the province or the ministry is through with a round's projects, for models of both levels. */
    @ForModels(
            name = "省部办理时限",
            help = "省级或部级单位办完本批次项目的日期；单位为 ministry 时取部级评审时限。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "期限，用法同 deadlines.ofUnit。",
            dates = true)
    public DueDate ofReview(String roundId, String unitId) {
        return unitId.equals(Unit.MINISTRY) ? ofMinistryReview(roundId) : ofUnit(roundId, unitId);
    }

    @ForModels(name = "批次默认名称", help = "启动表单中批次名称的默认值。", gives = "文本，如“2026年……”。")
    public String defaultTitle() {
        return Texts.of("round.title", clock.today().getYear());
    }

    @ForModels(name = "地市期限默认值", help = "启动表单中地市期限的默认值，取自 round-dates.csv。", gives = "日期和时间的文本。")
    public String defaultCity() {
        return offered.of(DeadlineKind.CITY, clock.today().getYear());
    }

    @ForModels(name = "报部期限默认值", help = "启动表单中报部期限的默认值，取自 round-dates.csv。", gives = "日期和时间的文本。")
    public String defaultMinistry() {
        return offered.of(DeadlineKind.MINISTRY, clock.today().getYear());
    }
}
