package cn.gdpilot.domain.duplicate.branches;

import java.time.Instant;

/**
 * A proposal to go ahead that waits for its decision.
 *
 * @param grounds    why
 * @param proposedBy the handler
 * @param proposedAt when
 */
public record Proposal(long id, String grounds, String proposedBy, Instant proposedAt) {}
