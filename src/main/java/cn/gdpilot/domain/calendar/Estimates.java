package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says which computed dates are estimates, because a year's notice of holidays is not entered yet, and when it should be. */
@Component
public class Estimates {

    private final WorkingDays workingDays;
    private final PilotClock clock;

    Estimates(WorkingDays workingDays, PilotClock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * A mark to stand behind a date.
     *
     * @param from  when the period began
     * @param until the date that was computed; null = none
     * @return 估算 in brackets, or nothing where all years are entered
     */
    public String mark(Instant from, Instant until) {
        return until == null
                        || workingDays.incompleteYear(day(from), day(until)).isEmpty()
                ? ""
                : Texts.of("calendar.estimated");
    }

    /** The same for a date that begins today. */
    public String mark(LocalDate until) {
        return workingDays.incompleteYear(clock.today(), until).isEmpty() ? "" : Texts.of("calendar.estimated");
    }

    /**
     * What an operator has to do: the State Council's notice for the next year comes in November.
     *
     * @return the year to enter; empty where nothing is missing, or not yet due
     */
    public Optional<Integer> missingYear() {
        LocalDate today = clock.today();
        LocalDate last = today.getMonth().compareTo(Month.NOVEMBER) < 0 ? today : today.plusYears(1);
        return workingDays.incompleteYear(today, last);
    }

    private static LocalDate day(Instant at) {
        return at.minusMillis(1).atZone(PilotClock.GUANGDONG).toLocalDate();
    }
}
