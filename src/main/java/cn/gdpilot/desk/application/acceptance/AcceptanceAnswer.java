package cn.gdpilot.desk.application.acceptance;

/** Answers to the unit's question: is the application accepted? */
public enum AcceptanceAnswer {
    /** It is accepted. */
    ACCEPT,
    /** It goes back to the applicant for correction. */
    RETURN,
    /** It is refused for good. */
    REFUSE
}
