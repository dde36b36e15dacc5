package cn.gdpilot.domain.project;

import cn.gdpilot.domain.mail.letters.LetterKind;

/** The letters that tell of an application's end; which end has which, {@link Ending} says. */
public enum EndLetter {
    /** To the applicant: its unit refuses the application, or waits no longer for its correction. */
    REFUSAL,
    /** To the applicant: a signed list leaves the project out. */
    LEFT_OUT,
    /** To the applicant: the project does not pass the CA's review. */
    NOT_RECOMMENDED,
    /** To the applicant: the same project goes on by another way, or runs as a pilot. */
    DUPLICATE,
    /** To the applicant: the project does not pass the Department's review or one of its checks. */
    NOT_FORWARDED,
    /** To the applicant, where somebody else objected: the project is off the public list. */
    OBJECTION_EFFECT,
    /** To the applicant: the ministry does not select the project. */
    NOT_SELECTED,
    /** To the applicant: the pilot's term is over. */
    PILOT_ENDED,
    /** To the unit: the applicant has withdrawn. */
    WITHDRAWAL,
    /** To the applicant: the withdrawal is confirmed. */
    WITHDRAWN_APPLICATION,
    /** To the applicant: a deadline has closed the application. */
    MISSED_APPLICATION,
    /** To the applicant: the round has become void. */
    ROUND_VOID;

    /** The kind of the letter that is sent. */
    public LetterKind kind() {
        return LetterKind.valueOf(name());
    }
}
