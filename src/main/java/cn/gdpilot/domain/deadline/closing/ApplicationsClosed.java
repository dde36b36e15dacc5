package cn.gdpilot.domain.deadline.closing;

/**
 * Told within the transaction in which a deadline closed applications; the engine follows in batches of its own.
 *
 * @param closingId closing
 * @param batches   how many batches it has, numbered from 1
 */
public record ApplicationsClosed(long closingId, int batches) {}
