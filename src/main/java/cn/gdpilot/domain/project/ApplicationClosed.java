package cn.gdpilot.domain.project;

/**
 * Told within the transaction in which an application ends before its time: withdrawn, refused, late. Whoever waits
 * for it stops waiting.
 *
 * @param applicationId application
 */
public record ApplicationClosed(String applicationId) {}
