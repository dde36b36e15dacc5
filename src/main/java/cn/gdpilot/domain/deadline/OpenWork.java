package cn.gdpilot.domain.deadline;

import java.time.Instant;

/**
 * Tasks of one kind that wait in one tray.
 *
 * @param group those who may do them, e.g. ca-44 or ministry-lead
 * @param task  what they are called
 * @param count how many
 * @param due   by when
 */
public record OpenWork(String group, String task, int count, Instant due) {}
