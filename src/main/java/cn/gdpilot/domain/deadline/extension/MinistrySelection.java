package cn.gdpilot.domain.deadline.extension;

import java.time.Instant;
import java.util.Optional;

/** What the ministry has decided, as far as a later date, or a round that begins anew, depends on it; the ministry's desk answers. */
public interface MinistrySelection {

    /** True once the selection of that round is decided (R3.8). */
    boolean decided(String roundId);

    /** When the last selection was decided; empty where it was not kept. */
    Optional<Instant> decidedAt(String roundId);

    /** True once a person has said that the decided selection is published. */
    boolean isToBePublished(String roundId);
}
