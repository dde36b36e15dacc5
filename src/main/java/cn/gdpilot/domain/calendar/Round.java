package cn.gdpilot.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A round (批次) of the yearly recommendation.
 *
 * @param id                       e.g. "2026"; a second round of the year is "2026-2"
 * @param roundYear                the year of the notice
 * @param title                    as the officers named it
 * @param noticeNumber             文号, may be empty
 * @param cityDeadline             city → Department (R4.1)
 * @param ministryDeadline         every recommending unit → ministry (R4.3)
 * @param openedAt                 when the Department opened it
 * @param communicationsReviewedAt when the Communications Administration had reviewed all; null until then
 * @param announcedAt              when the ministry's result was published; null until then
 * @param voidAt                   when the round became void; null unless it did
 */
public record Round(
        String id,
        int roundYear,
        String title,
        String noticeNumber,
        Instant cityDeadline,
        Instant ministryDeadline,
        Instant openedAt,
        Instant communicationsReviewedAt,
        Instant announcedAt,
        Instant voidAt) {

    /** True until its result is announced or it becomes void: a round has one life. */
    public boolean open() {
        return announcedAt == null && voidAt == null;
    }

    public Deadline city() {
        return new Deadline(cityDeadline);
    }

    public Deadline ministry() {
        return new Deadline(ministryDeadline);
    }

    /** The deadline of that kind. */
    public Deadline deadline(DeadlineKind kind) {
        return kind == DeadlineKind.CITY ? city() : ministry();
    }

    /** The end of work on that day, which is the time of day of the cities' deadline (R4.5): at 24:00, that day's. */
    public Instant endOfWork(LocalDate day) {
        LocalTime lastSecond =
                cityDeadline.atZone(PilotClock.GUANGDONG).minusSeconds(1).toLocalTime();
        return day.atTime(lastSecond)
                .plusSeconds(1)
                .atZone(PilotClock.GUANGDONG)
                .toInstant();
    }
}
