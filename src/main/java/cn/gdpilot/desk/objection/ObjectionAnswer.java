package cn.gdpilot.desk.objection;

/** Answers to an objection. */
enum ObjectionAnswer {
    /** It is unfounded. */
    DISMISSED,
    /** It is upheld: the project is taken off the list. */
    TAKE_OFF,
    /** It is upheld: the project is put on the list, or goes on again. */
    PUT_BACK,
    /** It is upheld, without an effect that the state of the project shows. */
    UPHELD
}
