package cn.gdpilot.rehearsal;

/** How an applicant of a rehearsed round treats its deadline. */
enum Behaviour {
    /** Submits in the first fifth of the time. */
    EARLY,
    /** Submits in between. */
    STEADY,
    /** Submits in the last 24 hours. */
    LAST_DAY,
    /** Tries after the deadline. */
    LATE,
    /** Begins a draft and never submits it. */
    FORGETS
}
