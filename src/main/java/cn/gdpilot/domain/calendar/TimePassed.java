package cn.gdpilot.domain.calendar;

/** A rehearsal or a test has moved the clock: what is looked at every few seconds is to be looked at now. */
public record TimePassed() {}
