package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundOpening;
import cn.gdpilot.domain.calendar.RoundOpenings;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.RoundDates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a round, and has a second person of the Department confirm it where the settings say so. */
@Service
class OpeningRequests {

    private final RoundOpenings openings;
    private final Rounds rounds;
    private final RecordBook book;
    private final Outbox outbox;
    private final PilotClock clock;
    private final boolean secondPerson;

    OpeningRequests(
            RoundOpenings openings,
            Rounds rounds,
            RecordBook book,
            Outbox outbox,
            PilotClock clock,
            @Value("${pilot.rounds.second-person:false}") boolean secondPerson) {
        this.openings = openings;
        this.rounds = rounds;
        this.book = book;
        this.outbox = outbox;
        this.clock = clock;
        this.secondPerson = secondPerson;
    }

    /**
     * Asks to open a round.
     *
     * @param instance the process instance that was begun for it
     * @param waiting  instances in which another opening waits for its second person
     * @throws Refusal if another opening of that year waits, a date is malformed, has passed or lies years ahead, the ministry's lies before the cities', or a round of that year is open
     */
    @Transactional
    public void ask(
            String instance,
            String title,
            String noticeNumber,
            String cityDeadline,
            String ministryDeadline,
            Collection<String> waiting,
            Actor officer) {
        RoundOpening asked = of(instance, title, noticeNumber, cityDeadline, ministryDeadline, officer.person());
        waiting.stream()
                .flatMap(other -> openings.find(other).stream())
                .filter(other -> other.toConfirm() && other.year() == asked.year())
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict("opening.waiting", String.valueOf(other.year()), other.askedBy());
                });
        checkStillPossible(asked);
        openings.add(asked);
        keep("round.asked", asked, asked.noticeNumber(), officer);
    }

    /**
     * The second person's answer.
     *
     * @param grounds why it does not open; null where it does
     * @throws Refusal if the person has asked for it, gives no grounds for a no, it is decided already, or the round can not
     *     open any more
     */
    @Transactional
    public void decide(String instance, boolean confirmed, String grounds, Actor second) {
        RoundOpening asked = openings.lock(instance).orElseThrow(() -> Refusal.conflict("opening.none"));
        if (!asked.toConfirm()) {
            throw Refusal.conflict("opening.decided");
        }
        if (asked.askedBy().equals(second.person())) {
            throw Refusal.forbidden("opening.second-person");
        }
        if (confirmed) {
            checkStillPossible(asked);
        } else if (grounds == null) {
            throw Refusal.invalid("task.grounds");
        }
        openings.decide(instance, confirmed, confirmed ? null : grounds, second.person());
        keep(
                confirmed ? "round.confirmed" : "round.declined",
                asked,
                confirmed ? asked.noticeNumber() : grounds,
                second);
        if (!confirmed) {
            tellDeclined(asked, grounds, second);
        }
    }

    /** The office of the person who asked: its process has ended, and no task shows it any more. */
    private void tellDeclined(RoundOpening asked, String grounds, Actor second) {
        outbox.post(Letter.of(
                "opening-declined/" + asked.instance(),
                null,
                LetterKind.OPENING_DECLINED,
                Unit.DEPARTMENT,
                Map.of(
                        "title", asked.title(),
                        "person", asked.askedBy(),
                        "second", second.person(),
                        "grounds", grounds)));
    }

    /**
     * What may be opened in that instance now, held until the end of the transaction.
     *
     * @throws Refusal if nobody asked for it, a second person has not confirmed it, or it was opened already
     */
    RoundOpening take(String instance) {
        RoundOpening asked = openings.lock(instance)
                .filter(RoundOpening::granted)
                .orElseThrow(() -> Refusal.forbidden("round.not-begun"));
        checkStillPossible(asked);
        return asked;
    }

    void opened(String instance, Round round) {
        openings.opened(instance, round.id());
    }

    /** Reads what the start form says. */
    RoundOpening of(
            String instance,
            String title,
            String noticeNumber,
            String cityDeadline,
            String ministryDeadline,
            String person) {
        Instant city = date("cityDeadline", cityDeadline);
        Instant ministry = date("ministryDeadline", ministryDeadline);
        String name = PlainName.check("title", title);
        String number = Words.none(noticeNumber) ? "" : PlainName.check("noticeNumber", noticeNumber);
        if (ministry.isBefore(city)) {
            throw Refusal.byRule("R4.3", "round.order");
        }
        return new RoundOpening(
                instance,
                name,
                number,
                city,
                ministry,
                secondPerson,
                person,
                clock.now(),
                null,
                null,
                null,
                null,
                null);
    }

    private void checkStillPossible(RoundOpening asked) {
        Instant now = clock.now();
        if (asked.cityDeadline().isBefore(now) || asked.ministryDeadline().isBefore(now)) {
            throw Refusal.byRule("R4.1", "round.past");
        }
        Instant latest = RoundDates.latest(now);
        if (asked.cityDeadline().isAfter(latest) || asked.ministryDeadline().isAfter(latest)) {
            throw Refusal.invalid("round.far", new Deadline(latest).text());
        }
        if (rounds.all().stream().anyMatch(round -> round.open() && round.roundYear() == asked.year())) {
            throw Refusal.conflict("round.open-already", String.valueOf(asked.year()));
        }
    }

    private void keep(String action, RoundOpening asked, String words, Actor officer) {
        String dates =
                new Deadline(asked.cityDeadline()).text() + " / " + new Deadline(asked.ministryDeadline()).text();
        book.write(new RecordEvent(officer, action, asked.title(), words, null, dates, null));
    }

    private static Instant date(String field, String text) {
        try {
            return RoundDates.parse(text == null ? "" : text);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("round.date." + field);
        }
    }
}
