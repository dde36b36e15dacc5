package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A unit's own earlier day for its applicants (R4.6): one of its people asks, another who signs there decides. It is public
 * from the opening: earlier days are set right after it, later on a day only becomes later.
 */
@Service
public class SetIntakeDay {

    private final Rounds rounds;
    private final Units units;
    private final UnitDeadlines deadlines;
    private final IntakeDays days;
    private final RecordBook book;
    private final PilotClock clock;
    private final ApplicationEventPublisher events;
    private final Duration within;

    SetIntakeDay(
            Rounds rounds,
            Units units,
            UnitDeadlines deadlines,
            IntakeDays days,
            RecordBook book,
            PilotClock clock,
            ApplicationEventPublisher events,
            @Value("${pilot.rounds.intake-within:P1D}") Duration within) {
        this.rounds = rounds;
        this.units = units;
        this.deadlines = deadlines;
        this.days = days;
        this.book = book;
        this.clock = clock;
        this.events = events;
        this.within = within;
    }

    /** Until when the unit takes new applications: its own day, or the notice's. */
    public Deadline until(Round round, String unitId) {
        return days.orEarlier(round.id(), unitId, deadlines.submission(round, unitId));
    }

    /**
     * Asks for a day.
     *
     * @param date as the forms of rounds write it, in Guangdong's time
     * @throws Refusal if the person does not work for the unit; the date is malformed, has passed or lies after the notice's; or it is earlier than the present one, long
     *     after the opening
     */
    @Transactional
    public void ask(String roundId, String unitId, String date, Person person) {
        Actor officer = officer(unitId, person);
        Round round = rounds.lock(roundId);
        Instant wanted = parse(date);
        check(round, unitId, wanted);
        days.add(roundId, unitId, wanted, officer.person());
        keep("intake.asked", officer, round, unitId, wanted);
        Deadline day = new Deadline(wanted);
        events.publishEvent(new DecisionAsked(
                unitId,
                round.id(),
                Texts.of("decision.intake", units.get(unitId).name(), day.text()),
                Texts.of("decision.no-grounds"),
                officer.person(),
                day.text(),
                "/desk/intake/" + round.id()));
    }

    /**
     * Another person's decision.
     *
     * @throws Refusal if the person does not sign for the unit or has asked for it, it is decided, or as {@link #ask} does
     */
    @Transactional
    public void decide(String roundId, String unitId, long id, boolean granted, Person person) {
        Actor officer = officer(unitId, person);
        if (!signs(unitId, person)) {
            throw Refusal.forbidden("intake.lead");
        }
        Round round = rounds.lock(roundId);
        IntakeDay asked = days.take(roundId, unitId, id);
        if (asked.askedBy().equals(officer.person())) {
            throw Refusal.forbidden("intake.second-person");
        }
        if (granted) {
            check(round, unitId, asked.lastMoment());
        }
        days.decide(id, granted, officer.person());
        keep(granted ? "intake.set" : "intake.declined", officer, round, unitId, asked.lastMoment());
        if (granted) {
            events.publishEvent(new IntakeDaySet(round, unitId, id));
        }
    }

    /** True if the person may decide what a colleague asked. */
    public static boolean signs(String unitId, Person person) {
        return person.groups().contains(Group.of(unitId).lead().id());
    }

    private void check(Round round, String unitId, Instant wanted) {
        if (!round.open()) {
            throw Refusal.conflict("intake.over");
        }
        Instant now = clock.now();
        Deadline notice = deadlines.submission(round, unitId);
        if (!wanted.isAfter(now)) {
            throw Refusal.byRule("R4.6", "intake.past");
        }
        if (wanted.isAfter(notice.lastMoment())) {
            throw Refusal.byRule("R4.6", "intake.after-notice", notice.text());
        }
        boolean late = now.isAfter(round.openedAt().plus(within));
        if (late && wanted.isBefore(until(round, unitId).lastMoment())) {
            throw Refusal.byRule(
                    "R4.6",
                    "intake.not-from-opening",
                    within.toHours(),
                    until(round, unitId).text());
        }
    }

    private Actor officer(String unitId, Person person) {
        if (!person.worksFor(unitId) || !units.get(unitId).type().takesApplications()) {
            throw Refusal.forbidden("intake.not-yours");
        }
        return new Actor(person.username(), unitId);
    }

    private void keep(String action, Actor officer, Round round, String unitId, Instant wanted) {
        book.write(new RecordEvent(
                officer,
                action,
                round.id() + "/" + unitId,
                null,
                until(round, unitId).text(),
                new Deadline(wanted).text(),
                null));
    }

    private static Instant parse(String date) {
        try {
            return RoundDates.parse(date == null ? "" : date.strip());
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("extension.date");
        }
    }
}
