package cn.gdpilot.domain.pilot;

/**
 * Told within the transaction in which a list of earlier pilots has brought new ones into the register.
 *
 * @param count how many
 */
public record PilotsEntered(int count) {}
