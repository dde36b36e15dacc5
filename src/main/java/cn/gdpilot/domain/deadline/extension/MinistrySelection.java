package cn.gdpilot.domain.deadline.extension;

/** What the ministry has decided, as far as a later date depends on it; the ministry's desk answers. */
public interface MinistrySelection {

    /** True once the selection of that round is decided (R3.8). */
    boolean decided(String roundId);
}
