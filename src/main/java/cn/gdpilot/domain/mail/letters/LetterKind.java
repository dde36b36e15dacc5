package cn.gdpilot.domain.mail.letters;

import java.util.Locale;

/**
 * Letters that Java sends, one a file of content/letters. Letters that only the table reminder-schedule names are none
 * of these: a designer may name others there, and the table's contract checks them.
 */
public enum LetterKind {
    ANNOUNCEMENT,
    ARRIVAL,
    CONFIRMATION,
    /** To an applicant: its unit waits on for the correction, until a later day. */
    CORRECTION_EXTENDED,
    /** To an applicant: the correction's own day comes near. */
    CORRECTION_REMINDER,
    DEADLINE_MOVED,
    /** To those who sign: a colleague has asked for something that another person decides. */
    DECISION_ASKED,
    DUPLICATE,
    ELECTRONIC_VERSION,
    ELECTRONIC_VERSION_LISTED,
    EXPERT_APPOINTED,
    EXPERT_RELEASED,
    EXPERT_REMINDER,
    EXPERT_REMOVED,
    GONE_AHEAD,
    /** To the operators: the next year's holidays are not entered yet. */
    HOLIDAY_NOTICE,
    /** To applicants: their unit takes applications until a day of its own. */
    INTAKE_DAY,
    INVITATION,
    LEFT_OUT,
    /** To the destination: a list that it was told of is ranked again. */
    LIST_TAKEN_BACK,
    MISSED_APPLICATION,
    MISSED_LIST,
    NOT_FORWARDED,
    NOT_RECOMMENDED,
    NOT_SELECTED,
    OBJECTION_ANSWER,
    OBJECTION_ARRIVED,
    OBJECTION_EFFECT,
    OBJECTION_LATER,
    OBJECTION_RECEIVED,
    OBJECTION_VOID,
    OPENING,
    /** To the Department: its lead does not let a round open. */
    OPENING_DECLINED,
    PILOT_ENDED,
    PILOT_ENDING,
    PROVEN_ARRIVAL,
    /** To the office whose list is public: a holiday entered meanwhile makes it end later, or would. */
    PUBLICITY_LATER,
    RECEIPT,
    RECORD_HEAD,
    REFUSAL,
    REOPENED_APPLICATION,
    RETURN,
    ROUND_VOID,
    ROUND_VOID_OFFICE,
    SELECTED,
    SENT,
    /** To the ministry: projects that were in time wait until it opens the Department's window again. */
    WAITS_FOR_WINDOW,
    /** To the destination: a unit recommends no project. */
    ZERO_REPORT,
    WITHDRAWAL,
    WITHDRAWN_APPLICATION;

    /** Name of the letter's text, e.g. not-selected. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
