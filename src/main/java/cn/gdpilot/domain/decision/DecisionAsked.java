package cn.gdpilot.domain.decision;

/**
 * A person has asked for something that another one of an office has to decide; told within the transaction that keeps it.
 *
 * @param office  unit whose people decide
 * @param roundId round; null where there is none
 * @param what    what is asked for, in words
 * @param grounds why, or what shows it
 * @param askedBy account of the person who asks
 * @param until   until when it can be decided, in words; empty where no day ends it
 * @param page    path of the page on which it is decided
 */
public record DecisionAsked(
        String office, String roundId, String what, String grounds, String askedBy, String until, String page) {}
