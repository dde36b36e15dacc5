package cn.gdpilot.desk.publicity;

/** Answers to the question whether the list is made public now; a program that gives none means that it is. */
enum PublicityAnswer {
    /** It is. */
    PUBLISH,
    /** It is made public no further: what was not public stays off what the office signs. */
    FORGO
}
