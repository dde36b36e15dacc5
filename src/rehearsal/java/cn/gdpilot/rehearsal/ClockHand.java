package cn.gdpilot.rehearsal;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.stream.Stream;

/** Moves the clock over HTTP as an officer does; whatever becomes due by it has happened when a call returns. */
final class ClockHand {

    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final int MALFORMED = 400;

    private final ApplicantClient officer;
    private final Duration pause;

    /**
     * @param officer somebody who may move the clock
     * @param pause   how much time passes while one waits for what follows from an action
     */
    ClockHand(ApplicantClient officer, Duration pause) {
        this.officer = officer;
        this.pause = pause;
    }

    OffsetDateTime now() {
        return OffsetDateTime.parse(officer.clock().ok().json().get("now").asText());
    }

    /** Lets the pause pass, and with it everything happen that follows from what was done. */
    void settle() {
        officer.moveClock(now().plus(pause).toString()).ok();
    }

    /** Goes there in one step; a moment that has passed meanwhile is no error. */
    void jumpTo(OffsetDateTime target) {
        Answer answer = officer.moveClock(target.toString());
        if (answer.status() == MALFORMED) {
            settle();
        } else {
            answer.ok();
        }
    }

    /** Goes there day by day, so that each morning's reminders and each evening's last calls go out in their hour. */
    void goTo(OffsetDateTime target) {
        OffsetDateTime stop = after(now());
        while (stop.isBefore(target)) {
            jumpTo(stop);
            stop = after(stop);
        }
        jumpTo(target);
    }

    private static OffsetDateTime after(OffsetDateTime moment) {
        return Stream.of(moment.with(MORNING), moment.with(EVENING))
                .filter(moment::isBefore)
                .findFirst()
                .orElse(moment.plusDays(1).with(MORNING));
    }
}
