package cn.gdpilot.rehearsal;

import java.time.OffsetDateTime;

/**
 * Something that happens in a rehearsed round.
 *
 * @param at     when
 * @param what   key of its name for those who watch, e.g. scene.submit
 * @param action what is done
 */
record Scene(OffsetDateTime at, String what, Runnable action) {}
