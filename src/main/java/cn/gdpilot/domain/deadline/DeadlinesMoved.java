package cn.gdpilot.domain.deadline;

/**
 * Deadlines of a round have become later; told within the transaction that moves them, so that timers and due dates
 * move with them or not at all.
 *
 * @param roundId round
 */
public record DeadlinesMoved(String roundId) {}
