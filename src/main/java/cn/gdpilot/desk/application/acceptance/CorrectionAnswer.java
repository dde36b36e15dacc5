package cn.gdpilot.desk.application.acceptance;

/** Answers to the unit's question when the day of a correction has passed: does it wait on? */
enum CorrectionAnswer {
    /** It does, until a later day. */
    EXTEND,
    /** It does not: the application ends. */
    CLOSE
}
