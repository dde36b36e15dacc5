package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.RoundDates;
import cn.gdpilot.domain.deadline.UnitDates;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes deadlines later, for one unit or all whom it binds (R4.1, R4.3), before they pass or after: one officer of the
 * Department, for the Department and the CA of the ministry, asks, another decides; then the dates, running timers, due dates and the letters move in one transaction.
 */
@Service
public class Extensions {

    private static final int GROUNDS = TextLimit.REASON.length();

    /** The two offices of the province, whose windows are towards the ministry and its officers' to move. */
    private static final List<String> PROVINCE = List.of(Unit.DEPARTMENT, Unit.COMMUNICATIONS);

    private final Rounds rounds;
    private final Units units;
    private final UnitDeadlines deadlines;
    private final UnitDates dates;
    private final ExtensionRequests requests;
    private final ExtensionLetters letters;
    private final Reopening reopening;
    private final Closings closings;
    private final RunningDates running;
    private final RecordBook book;
    private final PilotClock clock;
    private final ApplicationEventPublisher events;

    Extensions(
            Rounds rounds,
            Units units,
            UnitDeadlines deadlines,
            UnitDates dates,
            ExtensionRequests requests,
            ExtensionLetters letters,
            Reopening reopening,
            Closings closings,
            RunningDates running,
            RecordBook book,
            PilotClock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.rounds = rounds;
        this.units = units;
        this.deadlines = deadlines;
        this.dates = dates;
        this.requests = requests;
        this.letters = letters;
        this.reopening = reopening;
        this.closings = closings;
        this.running = running;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Admits the officers who see and move a round's deadlines: the Department's for the units, the ministry's for the Department and the CA.
     *
     * @throws Refusal if the person works for neither
     */
    public static Actor officer(Person person) {
        if (person.worksFor(Unit.DEPARTMENT)) {
            return new Actor(person.username(), Unit.DEPARTMENT);
        }
        if (person.worksFor(Unit.MINISTRY)) {
            return new Actor(person.username(), Unit.MINISTRY);
        }
        throw Refusal.forbidden("extension.not-yours");
    }

    /** True if the officer of that office moves the dates of that unit; null for all units. */
    public static boolean moves(Actor officer, String unitId) {
        return UnitDeadlines.mover(unitId).equals(officer.office());
    }

    /** The units to whom that officer may give a date of their own. */
    public List<Unit> singleUnits(Actor officer) {
        return Unit.MINISTRY.equals(officer.office())
                ? PROVINCE.stream().map(units::get).toList()
                : units.takingApplications().stream()
                        .filter(unit -> !unit.id().equals(Unit.COMMUNICATIONS))
                        .toList();
    }

    /**
     * Asks for a later date.
     *
     * @param unitId the one unit; empty for all whom the deadline binds
     * @param kind   which deadline, for all units; of one unit it is the one that binds it
     * @throws Refusal if the person's office does not move that date; the date is malformed or not later; the same is asked for already; or the deadline has passed and nobody has missed it, or what was
     *     decided since would be undone
     */
    @Transactional
    public void ask(String roundId, String unitId, DeadlineKind kind, String date, String grounds, Person person) {
        Actor officer = officer(person);
        String unit = unitId == null || unitId.isBlank() ? null : unitId;
        if (Unit.MINISTRY.equals(officer.office()) && !moves(officer, unit)) {
            throw Refusal.forbidden("extension.not-yours");
        }
        Round round = rounds.lock(roundId);
        if (unit != null) {
            known(unit, officer);
        }
        if (Words.none(grounds) || grounds.length() > GROUNDS) {
            throw Refusal.invalid("extension.grounds");
        }
        DeadlineKind bound = unit == null ? kind : deadlines.kind(unit);
        if (bound == null) {
            throw Refusal.invalid("extension.kind");
        }
        Instant becomes = parse(date);
        Deadline was = present(round, unit, bound);
        new LaterDate(round, bound, was, becomes).check(clock.now());
        boolean reopens = over(round, was);
        if (requests.waits(roundId, unit, bound, was.lastMoment(), reopens)) {
            throw Refusal.conflict("extension.asked-already", whose(unit, reopens));
        }
        if (reopens) {
            reopening.late(round, unit, bound, becomes);
        }
        requests.add(roundId, unit, bound, was.lastMoment(), becomes, grounds.strip(), reopens, officer.person());
        keep("deadline.asked", officer, roundId, unit, bound, grounds, was, becomes);
        tellSecond(round, unit, bound, was, new Deadline(becomes), reopens, grounds.strip(), officer);
    }

    /** Once the present date passes, an extension cannot be granted any more; what is opened again, until the new one. */
    private void tellSecond(
            Round round,
            String unit,
            DeadlineKind kind,
            Deadline was,
            Deadline becomes,
            boolean reopens,
            String grounds,
            Actor officer) {
        events.publishEvent(new DecisionAsked(
                UnitDeadlines.mover(unit),
                round.id(),
                Texts.of(
                        reopens ? "decision.reopening" : "decision.extension",
                        whose(unit, reopens),
                        Texts.label("deadline-kind", kind),
                        becomes.text()),
                grounds,
                officer.person(),
                (reopens ? becomes : was).text(),
                "/desk/deadlines/" + round.id()));
    }

    private String whose(String unit, boolean reopens) {
        return unit == null
                ? Texts.of(reopens ? "extension.of-late" : "deadline.all-units")
                : units.get(unit).name();
    }

    /**
     * Takes back what the same person has asked for, e.g. a wrong date, so that it can be asked for anew.
     *
     * @throws Refusal if somebody else has asked for it, or it is decided or taken back already
     */
    @Transactional
    public void withdraw(String roundId, long id, Person person) {
        Actor officer = officer(person);
        rounds.lock(roundId);
        Extension asked = take(roundId, id);
        if (!asked.askedBy().equals(officer.person())) {
            throw Refusal.forbidden("extension.not-asker");
        }
        requests.withdraw(id);
        keep(
                "deadline.withdrawn",
                officer,
                roundId,
                asked.unitId(),
                asked.kind(),
                asked.grounds(),
                new Deadline(asked.was()),
                asked.becomes());
    }

    private Extension take(String roundId, long id) {
        Extension asked = requests.take(id);
        if (!asked.roundId().equals(roundId)) {
            throw Refusal.conflict("extension.decided");
        }
        return asked;
    }

    /**
     * Another officer's decision; granted, everything moves.
     *
     * @throws Refusal if the person's office does not move that date, or the person has asked for it; the deadline has changed since; or as
     *     {@link #ask} does
     */
    @Transactional
    public void decide(String roundId, long id, boolean granted, Person person) {
        Actor officer = officer(person);
        Round round = rounds.lock(roundId);
        Extension asked = take(roundId, id);
        if (!moves(officer, asked.unitId())) {
            throw Refusal.forbidden("extension.not-yours");
        }
        if (asked.askedBy().equals(officer.person())) {
            throw Refusal.byRule("R4.1", "extension.second-person");
        }
        Deadline was = present(round, asked.unitId(), asked.kind());
        if (granted) {
            LaterDate.checkOpen(round);
            if (!was.lastMoment().equals(asked.was()) || asked.reopens() != over(round, was)) {
                throw Refusal.conflict("extension.changed");
            }
            new LaterDate(round, asked.kind(), was, asked.becomes()).check(clock.now());
        }
        requests.decide(id, granted, officer.person());
        String action = granted ? (asked.reopens() ? "deadline.reopened" : "deadline.moved") : "deadline.kept";
        keep(action, officer, roundId, asked.unitId(), asked.kind(), asked.grounds(), was, asked.becomes());
        if (granted && asked.reopens()) {
            reopening.open(round, asked, officer);
        } else if (granted) {
            extend(asked);
        }
    }

    /** Before it passes: dates, what runs by them, letters. */
    private void extend(Extension asked) {
        move(asked);
        running.move(asked.roundId());
        letters.tell(rounds.get(asked.roundId()), asked);
    }

    private void move(Extension asked) {
        if (asked.unitId() == null) {
            rounds.move(asked.roundId(), asked.kind(), asked.becomes());
        } else {
            dates.set(asked.roundId(), asked.unitId(), asked.becomes());
        }
    }

    private Deadline present(Round round, String unit, DeadlineKind kind) {
        return unit == null ? round.deadline(kind) : deadlines.delivery(round.id(), unit);
    }

    /** Also where its closing came first while this request, which began before it, waited for the round. */
    private boolean over(Round round, Deadline deadline) {
        return !deadline.includes(clock.now()) || closings.made(round.id(), deadline.lastMoment());
    }

    private void known(String unitId, Actor officer) {
        boolean isKnown = Unit.MINISTRY.equals(officer.office())
                ? PROVINCE.contains(unitId)
                : singleUnits(officer).stream().map(Unit::id).anyMatch(unitId::equals);
        if (!isKnown) {
            throw Refusal.invalid("extension.unit");
        }
    }

    private void keep(
            String action,
            Actor officer,
            String roundId,
            String unit,
            DeadlineKind kind,
            String grounds,
            Deadline was,
            Instant becomes) {
        String subject = roundId + "/" + (unit == null ? kind : unit);
        book.write(new RecordEvent(officer, action, subject, grounds, was.text(), new Deadline(becomes).text(), null));
    }

    private static Instant parse(String date) {
        try {
            return RoundDates.parse(date == null ? "" : date);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("extension.date");
        }
    }
}
