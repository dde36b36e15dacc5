package cn.gdpilot.domain.identity.factor;

/** What a sign-in still owes after the password. */
public enum SecondStep {
    NONE,
    /** A code from the phone. */
    CODE,
    /** The person must set a second factor up first. */
    SET_UP
}
