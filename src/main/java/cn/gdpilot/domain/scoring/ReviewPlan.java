package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.text.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * How a level lets experts score the projects of a round.
 *
 * @param roundId      round
 * @param level        DEPARTMENT or MINISTRY
 * @param organised    whether experts are asked at all
 * @param experts      how many score each project, at least
 * @param spread       points (of 100) between highest and lowest total beyond which one more expert is asked
 * @param answerDays   days until an expert who has not answered is replaced
 * @param sameCityBars whether an expert of the applicant's city is biased
 * @param average      how several totals become one score: mean or trimmed
 */
public record ReviewPlan(
        String roundId,
        UnitType level,
        boolean organised,
        int experts,
        int spread,
        int answerDays,
        boolean sameCityBars,
        Average average) {

    private static final int MOST_EXPERTS = 15;
    private static final int MOST_DAYS = 60;
    private static final int ALL_POINTS = 100;
    private static final LocalTime REMINDED = LocalTime.of(9, 0);

    public ReviewPlan {
        if (experts < 1
                || experts > MOST_EXPERTS
                || spread < 1
                || spread > ALL_POINTS
                || answerDays < 1
                || answerDays > MOST_DAYS) {
            throw Refusal.invalid("plan.figures", MOST_EXPERTS, ALL_POINTS, MOST_DAYS);
        }
    }

    /**
     * Until when an expert who is asked at that moment has to answer: the last second of a working day.
     *
     * @param latest no answer is awaited from then on; null where nothing presses
     */
    Instant answerBy(Instant asked, Instant latest, WorkingDays days) {
        LocalDate earliest = asked.atZone(PilotClock.GUANGDONG).toLocalDate().plusDays(answerDays);
        Instant due = lastSecondBefore(days.after(earliest.minusDays(1), 1)
                .plusDays(1)
                .atStartOfDay(PilotClock.GUANGDONG)
                .toInstant());
        // The last second of the day: 24:00 would be shown as the next day.
        return latest != null && latest.isBefore(due) ? lastSecondBefore(latest) : due;
    }

    /**
     * When an expert is reminded: in the morning of a working day, so long before its last moment, or on the last day where it
     * was asked later than that.
     */
    static Instant remindAt(Instant asked, Instant due, Duration before, WorkingDays days) {
        Instant early = morning(due.minus(before), days);
        return early.isAfter(asked) ? early : morning(due, days);
    }

    private static Instant morning(Instant moment, WorkingDays days) {
        return days.atOrBefore(moment.atZone(PilotClock.GUANGDONG).toLocalDate())
                .atTime(REMINDED)
                .atZone(PilotClock.GUANGDONG)
                .toInstant();
    }

    private static Instant lastSecondBefore(Instant moment) {
        return moment.minusSeconds(1);
    }
}
