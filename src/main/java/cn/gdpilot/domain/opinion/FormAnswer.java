package cn.gdpilot.domain.opinion;

import java.time.Instant;

/**
 * What a field was answered that no step takes up.
 *
 * @param at       when
 * @param person   account
 * @param task     id of the task in its model
 * @param taskName its name in the model
 * @param field    key of the field
 * @param label    its label, as the form had it
 * @param answer   in words
 * @param given    as it was sent
 */
public record FormAnswer(
        Instant at,
        String person,
        String task,
        String taskName,
        String field,
        String label,
        String answer,
        String given) {}
