package cn.gdpilot.notice;

import java.util.List;
import java.util.Map;

/**
 * A letter to be sent.
 *
 * @param dedupKey   the same key is sent once, however often it is asked for
 * @param roundId    round that it belongs to; may be null
 * @param kind       name of the text, e.g. receipt
 * @param recipient  one address
 * @param words      what fills the text's places
 * @param attachment a file of the store that goes with it; may be null
 * @param further    more files that go with it
 */
public record Letter(
        String dedupKey,
        String roundId,
        String kind,
        String recipient,
        Map<String, String> words,
        Attachment attachment,
        List<Attachment> further) {

    /** A letter with one attachment at most. */
    public Letter(String dedupKey, String roundId, String kind, String recipient, Map<String, String> words, Attachment attachment) {
        this(dedupKey, roundId, kind, recipient, words, attachment, List.of());
    }

    /** A letter without attachment. */
    public static Letter of(String dedupKey, String roundId, String kind, String recipient, Map<String, String> words) {
        return new Letter(dedupKey, roundId, kind, recipient, words, null);
    }

    /**
     * A file that goes with a letter.
     *
     * @param name   as the reader sees it
     * @param sha256 key in the store
     */
    public record Attachment(String name, String sha256) {}
}
