package cn.gdpilot.domain.deadline.voiding;

/**
 * Told within the transaction in which a round becomes void, and again while what runs for it ends, for what came in the
 * same instant.
 *
 * @param roundId round
 * @param reason  why, as people read it
 */
public record RoundVoided(String roundId, String reason) {}
