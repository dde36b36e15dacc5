package cn.gdpilot.platform.clock;

/** A port: rounds of invented applicants can be played here, so the clock's page links to them. */
public interface RehearsedRounds {}
