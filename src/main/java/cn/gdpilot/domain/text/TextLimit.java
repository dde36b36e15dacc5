package cn.gdpilot.domain.text;

/** Longest texts that people may write, in characters as Java counts them. Columns, forms and pages keep to these. */
public enum TextLimit {
    /** Grounds of a decision, words of an objection, comments. */
    GROUNDS(2000),
    /** Grounds of a score. */
    SCORE_GROUNDS(1000),
    /** A short reason, remark or note. */
    REASON(500),
    /** What a project is about. */
    SUMMARY(4000),
    /** Any answer on a form of the Tasklist; fields have lower limits of their own. */
    ANSWER(4000),
    /** A list of numbers that a person writes in order. */
    RANKING(2000),
    /** Name of a project, an applicant, an employer; title of a material. */
    NAME(200),
    /** Name of a person. */
    PERSON(100),
    /** Name of an uploaded file. */
    FILE_NAME(150),
    /** Address of a mailbox, or another way to reach somebody. */
    CONTACT(200),
    /** Name of a city. */
    CITY(50),
    /** Fields of an expert. */
    FIELDS(500),
    /** Interests that an expert declares. */
    INTERESTS(2000),
    /** Number of a courier, or a time as typed. */
    SHORT_ANSWER(40),
    /** Idempotency-Key of a program. */
    KEY(100),
    /** What a table says to a person. */
    MESSAGE(500);

    private final int length;

    TextLimit(int length) {
        this.length = length;
    }

    /** Most characters. */
    public int length() {
        return length;
    }

    /** True if the text is longer; null is not. */
    public boolean exceededBy(String text) {
        return text != null && text.length() > length;
    }
}
