package cn.gdpilot.desk.provincereview;

/** Which of two projects that are one stands. */
enum Keep {
    /** The first of the pair. */
    FIRST,
    /** The second of the pair. */
    SECOND
}
