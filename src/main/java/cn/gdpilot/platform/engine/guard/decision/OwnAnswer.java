package cn.gdpilot.platform.engine.guard.decision;

import cn.gdpilot.domain.record.Actor;

/**
 * A person's answer to a task that no contract knows.
 *
 * @param person   who completed it
 * @param group    group that the task asks, and to which the person belongs
 * @param task     id of the task in its model
 * @param taskName its name
 */
public record OwnAnswer(Actor person, String group, String task, String taskName) {}
