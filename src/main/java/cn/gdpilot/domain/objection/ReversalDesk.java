package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.text.Refusal;
import java.util.Set;

/** A desk that takes part where an upheld objection is carried out ({@link UpholdObjection}). */
public interface ReversalDesk {

    /** The reversals in which it takes part. */
    Set<Reversal> reversals();

    /**
     * Checks everything that may forbid it and changes nothing. Locks the rows that it judges, so that its word holds until
     * the transaction ends.
     *
     * @return what the desk will do
     * @throws Refusal if it is too late, or a rule forbids it; nothing is carried out then
     */
    Plan check(Upheld upheld);
}
