package cn.gdpilot.desk.ministryreview;

/** Answers to the question: is the result published? */
enum PublishingAnswer {
    /** It is published. */
    PUBLISH,
    /** The selection is made anew. */
    RETURN
}
