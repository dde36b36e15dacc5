package cn.gdpilot.domain.duplicate.branches;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Refusal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the Department go ahead without the CA (R3.7): what the CA signs later is compared when it does. */
@Service
public class GoAhead {

    private final GoAheads goAheads;
    private final Rounds rounds;
    private final RecordBook book;
    private final Outbox outbox;
    private final Units units;

    GoAhead(GoAheads goAheads, Rounds rounds, RecordBook book, Outbox outbox, Units units) {
        this.goAheads = goAheads;
        this.rounds = rounds;
        this.book = book;
        this.outbox = outbox;
        this.units = units;
    }

    /** Whether the branches have met: the CA has reviewed all, or the Department goes ahead without it. Locks nothing. */
    public boolean branchesMet(String roundId) {
        return rounds.get(roundId).communicationsReviewedAt() != null || goAheads.granted(roundId);
    }

    /** The same with the round's row locked, so that of two branches whoever comes second sees what the first has done. */
    @Transactional
    public boolean lockBranchesMet(String roundId) {
        rounds.lock(roundId);
        return branchesMet(roundId);
    }

    /**
     * A handler proposes it.
     *
     * @throws Refusal if the branches have met meanwhile
     */
    @Transactional
    public void propose(String roundId, String grounds, Actor handler) {
        holdOpen(roundId);
        goAheads.propose(roundId, grounds, handler.person());
        book.write(RecordEvent.of(handler, "go-ahead.proposed", roundId, grounds));
    }

    /**
     * The lead decides.
     *
     * @throws Refusal if the lead has proposed it, or the branches have met meanwhile
     */
    @Transactional
    public void decide(String roundId, boolean granted, String grounds, Actor lead) {
        holdOpen(roundId);
        Proposal proposal = goAheads.open(roundId).orElseThrow(() -> Refusal.conflict("go-ahead.none"));
        if (proposal.proposedBy().equals(lead.person())) {
            throw Refusal.byRule("R3.7", "go-ahead.second-person");
        }
        goAheads.decide(proposal.id(), granted, grounds, lead.person());
        book.write(RecordEvent.of(lead, granted ? "go-ahead.granted" : "go-ahead.refused", roundId, grounds));
        if (granted) {
            tell(rounds.get(roundId), proposal);
        }
    }

    /** The newest proposal of a round that waits for its decision. */
    public Optional<Proposal> proposed(String roundId) {
        return goAheads.open(roundId);
    }

    private void tell(Round round, Proposal proposal) {
        outbox.post(Letter.of(
                "gone-ahead/" + proposal.id(),
                round.id(),
                LetterKind.GONE_AHEAD,
                Unit.COMMUNICATIONS,
                Map.of(
                        "unit", units.get(Unit.COMMUNICATIONS).name(),
                        "title", round.title(),
                        "grounds", proposal.grounds(),
                        "rule", Clauses.of("R3.7"))));
    }

    private void holdOpen(String roundId) {
        if (lockBranchesMet(roundId)) {
            throw Refusal.conflict("go-ahead.met");
        }
    }
}
