package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
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
 * None becomes earlier, because people rely on what they were told.
 */
@Service
public class LaterDates {

    private final Publicities publicities;
    private final Objections objections;
    private final Hearing hearing;
    private final RecordBook book;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;

    LaterDates(
            Publicities publicities,
            Objections objections,
            Hearing hearing,
            RecordBook book,
            ApplicationEventPublisher events,
            PilotClock clock) {
        this.publicities = publicities;
        this.objections = objections;
        this.hearing = hearing;
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    /** Moves what is later now; again changes nothing. The rounds whose dates have moved. */
    @Transactional
    public Set<String> move() {
        Set<String> rounds = new LinkedHashSet<>();
        Instant now = clock.now();
        publicities.running(now).forEach((id, days) -> {
            Publicity list = publicities.lock(id);
            Instant end = hearing.end(list.openedAt(), days);
            if (list.takesObjections(now) && end.isAfter(list.endsAt())) {
                publicities.later(id, end);
                keep("publicity.later", list.roundId() + "/" + list.unitId(), list.endsAt(), end);
                rounds.add(list.roundId());
            }
        });
        objections.due(now).forEach(one -> {
            Instant due = hearing.answerDue(one.roundId(), one.unitId(), one.receivedAt());
            if (objections.later(one.id(), due)) {
                keep("objection.later", one.number(), one.dueAt(), due);
                events.publishEvent(new AnswerDueLater(objections.get(one.id())));
                rounds.add(one.roundId());
            }
        });
        return rounds;
    }

    private void keep(String action, String subject, Instant was, Instant becomes) {
        book.write(new RecordEvent(
                Actor.SYSTEM, action, subject, null, new Deadline(was).text(), new Deadline(becomes).text(), null));
    }
}
