package cn.gdpilot.domain.duplicate;

/** Answers of the table duplicate-verdict about two projects. */
public enum DuplicateVerdict {
    /** The table takes them for one project; a person still decides. */
    SAME,
    /** They may be one project; a person decides. */
    SUSPECT,
    /** They are two projects. */
    DISTINCT
}
