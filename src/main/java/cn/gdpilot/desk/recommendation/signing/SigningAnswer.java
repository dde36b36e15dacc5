package cn.gdpilot.desk.recommendation.signing;

/** Answers to the question: is the list signed? */
enum SigningAnswer {
    /** It is signed. */
    SIGN,
    /** It goes back to be ranked anew. */
    RETURN
}
