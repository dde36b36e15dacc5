package cn.gdpilot.desk.goahead;

/** Answers to the lead's question: does the Department go ahead without the CA? */
enum GoAheadAnswer {
    /** It does. */
    GO_AHEAD,
    /** It waits on. */
    WAIT
}
