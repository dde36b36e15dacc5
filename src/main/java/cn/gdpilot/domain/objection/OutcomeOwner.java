package cn.gdpilot.domain.objection;

/** The desk that made the decision and so carries its reversal out: exactly one for each {@link Reversal}. */
public interface OutcomeOwner extends ReversalDesk {}
