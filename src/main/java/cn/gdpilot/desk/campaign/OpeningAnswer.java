package cn.gdpilot.desk.campaign;

/** Answers of the second person: does the round open as it was asked for? */
enum OpeningAnswer {
    /** It opens. */
    CONFIRM,
    /** It does not; whoever asked may ask anew. */
    DECLINE
}
