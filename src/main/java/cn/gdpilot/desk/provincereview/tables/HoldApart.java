package cn.gdpilot.desk.provincereview.tables;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.duplicate.DuplicateTable.Judgement;
import cn.gdpilot.domain.duplicate.PairEvidence;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles a pair that the table, as it answers now, takes for two projects (R2.10). */
@Service
class HoldApart {

    private final DuplicatePairs pairs;
    private final DuplicateTable table;
    private final FactsOfPair facts;
    private final RecordBook book;
    private final PilotClock clock;

    HoldApart(DuplicatePairs pairs, DuplicateTable table, FactsOfPair facts, RecordBook book, PilotClock clock) {
        this.book = book;
        this.pairs = pairs;
        this.table = table;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Settles it.
     *
     * @throws Refusal if the table does not say so
     */
    @Transactional
    void settle(String pairId) {
        if (pairs.find(pairId).isEmpty() || !pairs.hasEvidence(pairId)) {
            throw Refusal.conflict("duplicate.table-needs-person");
        }
        PairEvidence evidence = pairs.evidence(pairId);
        Judgement judgement = table.judge(
                evidence.sameApplicant(),
                evidence.sameDirection(),
                facts.similarity(pairId),
                facts.otherChannel(pairId));
        if (judgement.needsPerson()) {
            throw Refusal.conflict("duplicate.table-needs-person");
        }
        // A person who decides it in this instant is not overruled.
        String grounds = Texts.of("duplicate.by-table", table.verdictSource(), judgement.message());
        if (pairs.decide(pairId, DuplicateOutcome.DISTINCT, null, grounds, Actor.SYSTEM.person(), clock.now())) {
            book.write(new RecordEvent(Actor.SYSTEM, "duplicate.apart", pairId, grounds, null, null, null));
        }
    }
}
