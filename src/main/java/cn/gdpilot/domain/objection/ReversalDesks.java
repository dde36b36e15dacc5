package cn.gdpilot.domain.objection;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the desks that take part in a reversal. */
@Component
class ReversalDesks {

    private final List<OutcomeOwner> owners;
    private final List<Neighbour> neighbours;

    /** @throws IllegalStateException if a reversal has no owner, or several */
    ReversalDesks(List<OutcomeOwner> owners, List<Neighbour> neighbours) {
        this.owners = owners;
        this.neighbours = neighbours;
        for (Reversal reversal : Reversal.values()) {
            long own = in(owners, reversal).count();
            if (own != 1) {
                throw new IllegalStateException(reversal + " has " + own + " owners instead of one");
            }
        }
    }

    /** The owner first, then its neighbours. */
    List<ReversalDesk> of(Reversal reversal) {
        return Stream.concat(in(owners, reversal), in(neighbours, reversal)).toList();
    }

    private static Stream<? extends ReversalDesk> in(List<? extends ReversalDesk> desks, Reversal reversal) {
        return desks.stream().filter(desk -> desk.reversals().contains(reversal));
    }
}
