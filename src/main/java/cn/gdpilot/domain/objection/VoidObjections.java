package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the objections of a void round that nobody will answer any more. */
@Service
public class VoidObjections {

    private final Objections objections;
    private final RecordBook book;
    private final PilotClock clock;

    VoidObjections(Objections objections, RecordBook book, PilotClock clock) {
        this.objections = objections;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Ends those that wait for an answer or for the lead; again ends none twice.
     *
     * @param grounds why, as whoever objected reads it
     * @return those that have ended with this
     */
    @Transactional
    public List<Objection> end(String roundId, String grounds) {
        return objections.waiting(roundId).stream()
                .filter(one -> end(one, grounds))
                .toList();
    }

    private boolean end(Objection one, String grounds) {
        String system = Actor.SYSTEM.person();
        boolean ended = one.state() == Objection.State.OPEN
                ? objections.answer(one.id(), Objection.State.VOID, Objection.Effect.NONE, grounds, system, clock.now())
                : objections.remedy(one.id(), Objection.Remedy.KEPT, grounds, system, clock.now());
        if (ended) {
            book.write(RecordEvent.of(Actor.SYSTEM, "objection.void", one.number(), grounds));
        }
        return ended;
    }
}
