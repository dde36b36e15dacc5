package cn.gdpilot.domain.duplicate;

/** What a person decided about two projects. */
public enum DuplicateOutcome {
    /** They are one project. */
    SAME,
    /** They are two projects. */
    DISTINCT
}
