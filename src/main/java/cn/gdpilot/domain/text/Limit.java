package cn.gdpilot.domain.text;

import java.util.Locale;

/** What strangers are limited in; each is a setting, a sentence, a line in the record and a metric. */
public enum Limit {
    /** Open drafts of an applicant in a round. */
    DRAFTS,
    /** Applications that an applicant has begun in a round, given up or not. */
    DRAFTS_BEGUN,
    /** Bytes of an applicant's files in a round, those of unfinished uploads included. */
    BYTES,
    /** Uploads of an applicant that are under way at once. */
    UPLOADS,
    /** Registrations from one address in an hour. */
    REGISTRATIONS,
    /** The applicant's mail address must be confirmed before the first upload. */
    CONFIRMED_MAIL,
    /** Letters that ask an applicant to confirm an address, in a day. */
    CONFIRMATION_LETTERS,
    /** Wrong passwords or codes. */
    SIGN_IN;

    /** Its name in metrics and in the record, e.g. confirmed-mail. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
