package cn.gdpilot.domain.material;

import java.time.Instant;

/**
 * How long a video is, by a person who watched it.
 *
 * @param materialId video
 * @param seconds    length
 * @param remark     in words; may be empty
 * @param person     who watched
 * @param office     for which unit
 * @param at         when
 */
public record VideoWatching(long materialId, int seconds, String remark, String person, String office, Instant at) {}
