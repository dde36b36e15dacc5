package cn.gdpilot.domain.deadline.closing;

import java.util.List;

/**
 * Applications that one deadline closed and that are followed up in one transaction; told within it, so that letters
 * go out with it or not at all.
 *
 * @param closingId    closing
 * @param batchNo      number within the closing, from 1
 * @param undecided    whether their units had not decided on them; else they had been accepted or went further
 * @param applications their numbers
 */
public record ClosedBatch(long closingId, int batchNo, boolean undecided, List<String> applications) {

    /** The same batch with some of its applications only. */
    public ClosedBatch with(List<String> some) {
        return new ClosedBatch(closingId, batchNo, undecided, some);
    }
}
