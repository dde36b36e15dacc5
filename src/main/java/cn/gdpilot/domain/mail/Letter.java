package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.mail.letters.LetterKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A letter to be sent.
 *
 * @param dedupKey   the same key is sent once, however often it is asked for
 * @param roundId    round that it belongs to; may be null
 * @param kind       name of the text, e.g. receipt
 * @param recipient  a person's address; or the id of an office's {@link cn.gdpilot.domain.identity.Group}, whose address
 *     holds when the letter is sent
 * @param words      what fills the text's places
 * @param attachment a file of the store that goes with it; may be null
 * @param further    more files that go with it
 * @param notBefore  earliest time to send it; null = at once
 * @param notAfter   when it is of no use any more and is not sent; null = never
 * @param reader     whose letter it is, where the recipient is an address: an account, a group or an applicant; null if nobody's
 *     who has an account
 */
public record Letter(
        String dedupKey,
        String roundId,
        String kind,
        String recipient,
        Map<String, String> words,
        Attachment attachment,
        List<Attachment> further,
        Instant notBefore,
        Instant notAfter,
        String reader) {

    private static final String APPLICANT = "applicant:";

    /** A letter with any number of attachments. */
    public Letter(
            String dedupKey,
            String roundId,
            LetterKind kind,
            String recipient,
            Map<String, String> words,
            Attachment attachment,
            List<Attachment> further) {
        this(dedupKey, roundId, kind.text(), recipient, words, attachment, further, null, null, null);
    }

    /** A letter with one attachment at most. */
    public Letter(
            String dedupKey,
            String roundId,
            LetterKind kind,
            String recipient,
            Map<String, String> words,
            Attachment attachment) {
        this(dedupKey, roundId, kind, recipient, words, attachment, List.of());
    }

    /** A letter without attachment. */
    public static Letter of(
            String dedupKey, String roundId, LetterKind kind, String recipient, Map<String, String> words) {
        return new Letter(dedupKey, roundId, kind, recipient, words, null);
    }

    /** True if it goes to an office and not to a person. */
    boolean toOffice() {
        return !recipient.isEmpty() && recipient.indexOf('@') < 0;
    }

    /** A letter whose text a table names, e.g. the column template of reminder-schedule; the table's contract checks the name. */
    public static Letter named(
            String dedupKey, String roundId, String template, String recipient, Map<String, String> words) {
        return new Letter(dedupKey, roundId, template, recipient, words, null, List.of(), null, null, null);
    }

    /** The same letter, sent in that time only. */
    public Letter within(Instant from, Instant until) {
        return new Letter(dedupKey, roundId, kind, recipient, words, attachment, further, from, until, reader);
    }

    /** The same letter, which everybody of that applicant may read in the demo's mailbox. */
    public Letter forApplicant(long applicantId) {
        return forReader(readerOf(applicantId));
    }

    /** The same letter, which that account or group may read in the demo's mailbox; null = nobody. */
    public Letter forReader(String account) {
        return new Letter(dedupKey, roundId, kind, recipient, words, attachment, further, notBefore, notAfter, account);
    }

    /** The reader that stands for everybody of an applicant. */
    public static String readerOf(long applicantId) {
        return APPLICANT + applicantId;
    }

    /**
     * A file that goes with a letter.
     *
     * @param name   as the reader sees it
     * @param sha256 key in the store
     */
    public record Attachment(String name, String sha256) {}
}
