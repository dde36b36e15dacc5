package cn.gdpilot.desk.expertreview;

/** Answers to the question: what follows where experts are missing? */
enum SettlingAnswer {
    /** Experts are asked again. */
    AGAIN,
    /** The review ends with the scores that are there. */
    CLOSE
}
