package cn.gdpilot.domain.opinion;

/** What a review or a check of a project says. */
public enum ReviewOutcome {
    /** The project goes on. */
    PASS,
    /** The project ends here. */
    FAIL
}
