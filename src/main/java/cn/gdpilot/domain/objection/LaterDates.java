package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out anew when running publicities end and open answers are due: a holiday that was entered meanwhile makes them later.
 * None becomes earlier, because people rely on what they were told; a publicity moves no further than its list may go in time.
 */
@Service
public class LaterDates {

    private final Publicities publicities;
    private final Objections objections;
    private final Hearing hearing;
    private final LastPublicDay lastDay;
    private final RecordBook book;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;
    private final Rounds rounds;

    LaterDates(
            Publicities publicities,
            Objections objections,
            Hearing hearing,
            LastPublicDay lastDay,
            RecordBook book,
            ApplicationEventPublisher events,
            PilotClock clock,
            Rounds rounds) {
        this.rounds = rounds;
        this.publicities = publicities;
        this.objections = objections;
        this.hearing = hearing;
        this.lastDay = lastDay;
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    /** Moves what is later now; again changes nothing. The rounds whose dates have moved. */
    @Transactional
    public Set<String> move() {
        Set<String> moved = new LinkedHashSet<>();
        Instant now = clock.now();
        // Objections first, as an answer takes them: it locks their list last.
        objections.due(now).forEach((id, days) -> {
            Objection one = objections.get(id);
            Instant due = hearing.answerDue(one.roundId(), one.unitId(), one.receivedAt(), days);
            if (objections.later(one.id(), due)) {
                keep("objection.later", one.number(), one.dueAt(), due);
                events.publishEvent(new AnswerDueLater(objections.get(one.id())));
                moved.add(one.roundId());
            }
        });
        publicities.running(now).forEach((id, days) -> {
            Publicity list = publicities.lock(id);
            Instant wanted = hearing.end(list.openedAt(), days);
            if (!isVoid(list) && list.takesObjections(now) && wanted.isAfter(list.endsAt())) {
                Instant end = bounded(list, wanted);
                boolean moves = end.isAfter(list.endsAt());
                if (moves) {
                    publicities.later(id, end);
                    keep("publicity.later", list.roundId() + "/" + list.unitId(), list.endsAt(), end);
                    moved.add(list.roundId());
                }
                events.publishEvent(new PublicityLater(publicities.get(id), wanted, moves));
            }
        });
        return moved;
    }

    private boolean isVoid(Publicity list) {
        return rounds.get(list.roundId()).voidAt() != null;
    }

    /** A list whose publicity ends later than that could not reach the ministry in time any more. */
    private Instant bounded(Publicity list, Instant wanted) {
        return lastDay.of(list.roundId(), list.unitId())
                .map(day -> day.plusDays(1).atStartOfDay(PilotClock.GUANGDONG).toInstant())
                .filter(wanted::isAfter)
                .orElse(wanted);
    }

    private void keep(String action, String subject, Instant was, Instant becomes) {
        book.write(new RecordEvent(
                Actor.SYSTEM, action, subject, null, new Deadline(was).text(), new Deadline(becomes).text(), null));
    }
}
