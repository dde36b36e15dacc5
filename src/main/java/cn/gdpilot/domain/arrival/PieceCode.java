package cn.gdpilot.domain.arrival;

import java.time.Instant;
import java.util.Optional;

/**
 * What the code on a cover sheet says: whose piece it is. Its text is {@code GDPILOT|campaign|unit|kind|set|project}, and on
 * a table or a disc {@code |edition} behind it: what stands on paper of a project stays the same when its list is signed anew.
 *
 * @param campaign id of the round
 * @param unit     id of the unit that hands over
 * @param kind     what the piece is
 * @param set      number of the copy, from 1
 * @param project  application number; empty where the piece covers the whole list
 * @param edition  which signing it was printed for; empty for paper, which stays the same
 */
public record PieceCode(String campaign, String unit, Kind kind, int set, String project, String edition) {

    private static final String MARK = "GDPILOT";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 6;
    private static final int RADIX = 36;

    /** What is handed over (R4.2, R4.4). */
    public enum Kind {
        TABLE,
        PAPER,
        DISC
    }

    public PieceCode(String campaign, String unit, Kind kind, int set, String project) {
        this(campaign, unit, kind, set, project, "");
    }

    /** The edition of a list that was signed at that moment. */
    public static String edition(Instant signedAt) {
        return Long.toString(signedAt.getEpochSecond(), RADIX);
    }

    /** The text of the code. */
    public String text() {
        String text = String.join(SEPARATOR, MARK, campaign, unit, kind.name(), String.valueOf(set), project);
        return edition.isEmpty() ? text : text + SEPARATOR + edition;
    }

    /** Reads what a scanner or a person typed, blanks around it ignored; empty if it is no such code. */
    public static Optional<PieceCode> parse(String typed) {
        String[] parts = typed == null ? new String[0] : typed.strip().split("\\|", -1);
        if (parts.length != PARTS && (parts.length != PARTS + 1 || !parts[PARTS].matches("[a-z0-9]{1,13}"))
                || !parts[0].equals(MARK)
                || !parts[1].matches("[\\w-]{1,20}")
                || !parts[2].matches("[a-z0-9-]{1,64}")
                || !parts[3].matches("TABLE|PAPER|DISC")
                || !parts[4].matches("[1-9]\\d{0,3}")
                || !parts[5].matches("[\\w-]{0,20}")
                || parts.length == PARTS && !parts[3].equals(Kind.PAPER.name())) {
            return Optional.empty();
        }
        return Optional.of(new PieceCode(
                parts[1],
                parts[2],
                Kind.valueOf(parts[3]),
                Integer.parseInt(parts[4]),
                parts[5],
                parts.length == PARTS ? "" : parts[PARTS]));
    }
}
