package cn.gdpilot.domain.project;

/**
 * A fact, told by {@link Applications} and nobody else within the transaction in which an application ends. What waits for
 * it stops waiting; a listener never refuses.
 *
 * @param applicationId application
 */
public record ApplicationClosed(String applicationId) {}
