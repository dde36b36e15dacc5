package cn.gdpilot.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The last second in which something may arrive (R4.1, R4.3).
 *
 * @param lastMoment the deadline as the notice states it, e.g. 12-08 17:30:00; that second is still in time
 */
public record Deadline(Instant lastMoment) {

    private static final DateTimeFormatter CHINESE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(PilotClock.GUANGDONG);

    /** True if what arrives at {@code arrival} is in time; judged to the second, as receipts show it. */
    public boolean includes(Instant arrival) {
        return arrival.isBefore(firstMomentAfter());
    }

    /** This one, or that moment where it is later. */
    public Deadline orLater(Instant other) {
        return other.isAfter(lastMoment) ? new Deadline(other) : this;
    }

    /** The first instant that is late: when timers close what is still open. */
    public Instant firstMomentAfter() {
        return lastMoment.plusSeconds(1);
    }

    /** Whole calendar days in Guangdong between {@code now} and the deadline's day; negative after it. */
    public int daysLeft(Instant now) {
        return daysLeft(now.atZone(PilotClock.GUANGDONG).toLocalDate());
    }

    /** Whole calendar days in Guangdong between that day and the deadline's. */
    public int daysLeft(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, day());
    }

    /** Its day in Guangdong; 24:00 belongs to the day that it ends. */
    public LocalDate day() {
        return lastMoment
                .minus(1, ChronoUnit.MILLIS)
                .atZone(PilotClock.GUANGDONG)
                .toLocalDate();
    }

    /** For letters and pages: 2026年12月8日 17:30; midnight is told as 24:00 of the day that it ends. */
    public String text() {
        var local = lastMoment.atZone(PilotClock.GUANGDONG);
        return local.getHour() == 0 && local.getMinute() == 0
                ? local.minusDays(1).format(DateTimeFormatter.ofPattern("yyyy年M月d日 24:00"))
                : CHINESE.format(lastMoment);
    }
}
