package cn.gdpilot.domain.deadline.correction;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.DueDate;
import cn.gdpilot.domain.deadline.DueDates;
import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when an applicant corrects what was returned (R2.13): so many working days, never later than its unit takes
 * applications (R4.1). It closes nothing: when it passes, a person at the unit decides, and until then what comes counts. Models
 * ask {@code ${correctionDates.of(execution.processBusinessKey).after()}}.
 */
@Service
public class CorrectionDates {

    private final CorrectionDays days;
    private final Applications applications;
    private final Rounds rounds;
    private final UnitDeadlines deadlines;
    private final DueDates dates;
    private final WorkingDays workingDays;
    private final PilotClock clock;
    private final RoundDays roundDays;

    CorrectionDates(
            CorrectionDays days,
            Applications applications,
            Rounds rounds,
            UnitDeadlines deadlines,
            DueDates dates,
            WorkingDays workingDays,
            PilotClock clock,
            RoundDays roundDays) {
        this.days = days;
        this.applications = applications;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.dates = dates;
        this.workingDays = workingDays;
        this.clock = clock;
        this.roundDays = roundDays;
    }

    /** The date in force, for models. */
    public DueDate of(String applicationId) {
        Application application = applications.get(applicationId);
        return dates.of(application.roundId(), inForce(application));
    }

    /** What the form of an acceptance says about it. */
    public String rule(String roundId) {
        return Texts.of("correction.rule", days(roundId));
    }

    /** The date in force: one that was set, or the unit's last moment, which is never passed over. */
    public Deadline inForce(Application application) {
        Deadline window = window(application);
        return days.inForce(application.id())
                .filter(day -> day.isBefore(window.lastMoment()))
                .map(Deadline::new)
                .orElse(window);
    }

    /** The round that the days belong to. */
    public Round round(Application application) {
        return rounds.get(application.roundId());
    }

    /** True if it has a day of its own, earlier than its unit's last moment. */
    public boolean isOwn(Application application) {
        return !inForce(application).equals(window(application));
    }

    /** Until when the unit takes what is corrected, whatever day was set. */
    public Deadline window(Application application) {
        return deadlines.submission(rounds.get(application.roundId()), application.unitId());
    }

    /** True if the day has passed while the unit still takes what comes: it decides whether to wait on. */
    public boolean isPassed(Application application) {
        Instant now = clock.now();
        return !inForce(application).includes(now) && window(application).includes(now);
    }

    /** How many times a day was set for it: tells its letters apart. */
    public int times(String applicationId) {
        return days.count(applicationId);
    }

    /**
     * Sets the day for an application that is being returned.
     *
     * @throws Refusal if its unit takes no applications any more: a correction could not be handed in
     */
    @Transactional
    public Deadline ask(Application application, Actor officer) {
        Deadline window = window(application);
        if (!window.includes(clock.now())) {
            throw Refusal.byRule("R4.1", "accept.return-late", window.text());
        }
        return set(
                application,
                endOfWork(application, workingDays.after(clock.today(), days(application.roundId()))),
                null,
                officer);
    }

    /**
     * Sets a later day; the last day on which the unit takes applications means until its last moment.
     *
     * @throws Refusal if it is not later, or later than the unit takes applications
     */
    @Transactional
    public Deadline extend(Application application, LocalDate day, String grounds, Actor officer) {
        Deadline window = window(application);
        if (day.isAfter(window.day())) {
            throw Refusal.byRule("R4.1", "correction.too-late", window.text());
        }
        Instant lastMoment = day.equals(window.day()) ? window.lastMoment() : endOfWork(application, day);
        if (!lastMoment.isAfter(clock.now())
                || !lastMoment.isAfter(inForce(application).lastMoment())) {
            throw Refusal.invalid("correction.not-later");
        }
        return set(application, lastMoment, grounds, officer);
    }

    /** From now on the unit's last moment binds: its window was opened again, and a day from before it has passed. */
    @Transactional
    public void followWindow(Application application, String grounds, Actor by) {
        days.set(application.id(), null, grounds, by.person());
    }

    /** A day that is not earlier than the unit's own follows it wherever it moves. */
    private Deadline set(Application application, Instant lastMoment, String grounds, Actor officer) {
        boolean own = lastMoment.isBefore(window(application).lastMoment());
        days.set(application.id(), own ? lastMoment : null, grounds, officer.person());
        return inForce(application);
    }

    private Instant endOfWork(Application application, LocalDate day) {
        return rounds.get(application.roundId()).endOfWork(day);
    }

    private int days(String roundId) {
        return roundDays.of(roundId, Period.CORRECTION);
    }
}
