package cn.gdpilot.desk.objection;

/** Answers to the lead's question where the list has gone already: is the project added? */
enum RemedyAnswer {
    /** It is added. */
    ADD,
    /** The outcome stays as it is. */
    KEEP
}
