package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.arrival.ArrivalProven;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.Recommendations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A list that arrived in time comes to a decided selection: its lead has accepted the evidence, and decides again (R4.7). */
@Component
class SelectAgain {

    private final Recommendations recommendations;
    private final Selections selections;
    private final DecideSelection selection;
    private final RecordBook book;

    SelectAgain(Recommendations recommendations, Selections selections, DecideSelection selection, RecordBook book) {
        this.recommendations = recommendations;
        this.selections = selections;
        this.selection = selection;
        this.book = book;
    }

    @EventListener
    @Transactional
    public void again(ArrivalProven proven) {
        boolean toMinistry = recommendations
                .get(proven.roundId(), proven.unitId())
                .destination()
                .equals(Unit.MINISTRY);
        if (toMinistry && selections.decided(proven.roundId())) {
            selection.reopen(proven.roundId());
            book.write(
                    RecordEvent.of(Actor.SYSTEM, "selection.reopened", proven.roundId() + "/" + proven.unitId(), null));
        }
    }
}
