package cn.gdpilot.domain.opinion;

import java.time.Instant;

/**
 * An opinion given at a task that a designer has drawn.
 *
 * @param at        when
 * @param person    account
 * @param groupId   group that the task asks
 * @param groupName its Chinese name
 * @param task      id of the task in its model
 * @param taskName  its name in the model
 * @param outcome   chosen answer in words; null where the form offers none
 * @param grounds   opinion in words
 */
public record TaskOpinion(
        Instant at,
        String person,
        String groupId,
        String groupName,
        String task,
        String taskName,
        String outcome,
        String grounds) {}
