package cn.gdpilot.domain.objection;

/**
 * A desk whose own work a reversal touches: it may forbid it, or has to follow. Neighbours are asked after the owner and in
 * no order among themselves.
 */
public interface Neighbour extends ReversalDesk {}
