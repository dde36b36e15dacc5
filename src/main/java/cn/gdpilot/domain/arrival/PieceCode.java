package cn.gdpilot.domain.arrival;

import java.util.Optional;

/**
 * What the code on a cover sheet says: whose piece it is. Its text is {@code GDPILOT|campaign|unit|kind|set|project}.
 *
 * @param campaign id of the round
 * @param unit     id of the unit that hands over
 * @param kind     what the piece is
 * @param set      number of the copy, from 1
 * @param project  application number; empty where the piece covers the whole list
 */
public record PieceCode(String campaign, String unit, Kind kind, int set, String project) {

    private static final String MARK = "GDPILOT";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 6;

    /** What is handed over (R4.2, R4.4). */
    public enum Kind {
        TABLE,
        PAPER,
        DISC
    }

    /** The text of the code. */
    public String text() {
        return String.join(SEPARATOR, MARK, campaign, unit, kind.name(), String.valueOf(set), project);
    }

    /** Reads what a scanner or a person typed, blanks around it ignored; empty if it is no such code. */
    public static Optional<PieceCode> parse(String typed) {
        String[] parts = typed == null ? new String[0] : typed.strip().split("\\|", -1);
        if (parts.length != PARTS
                || !parts[0].equals(MARK)
                || !parts[1].matches("[\\w-]{1,20}")
                || !parts[2].matches("[a-z0-9-]{1,64}")
                || !parts[3].matches("TABLE|PAPER|DISC")
                || !parts[4].matches("[1-9]\\d{0,3}")
                || !parts[5].matches("[\\w-]{0,20}")) {
            return Optional.empty();
        }
        return Optional.of(
                new PieceCode(parts[1], parts[2], Kind.valueOf(parts[3]), Integer.parseInt(parts[4]), parts[5]));
    }
}
