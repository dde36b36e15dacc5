package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.Evidence.Difference;
import cn.gdpilot.domain.duplicate.Evidence.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The evidence of a pair as it was written down when the pair was found.
 *
 * @param sameCode      equal credit codes
 * @param sameApplicant one applicant, by code or by name
 * @param sameDirection equal directions
 * @param sharedFiles   how many files are equal byte by byte
 * @param firstMarks    shared pieces of the first name, "from-to" with blanks between
 * @param secondMarks   the same, of the second name
 * @param differences   "group:first:second" with | between
 */
public record PairEvidence(
        boolean sameCode,
        boolean sameApplicant,
        boolean sameDirection,
        int sharedFiles,
        String firstMarks,
        String secondMarks,
        String differences) {

    private static final int LONGEST = 1000;

    static PairEvidence of(Evidence evidence) {
        return new PairEvidence(
                evidence.sameCode(),
                evidence.sameApplicant(),
                evidence.sameDirection(),
                evidence.sharedFiles(),
                written(evidence.firstMarks()),
                written(evidence.secondMarks()),
                cut(evidence.differences().stream()
                        .map(one -> one.group() + ":" + one.first() + ":" + one.second())
                        .collect(Collectors.joining("|"))));
    }

    /** What excludes being one project; empty if nothing does. */
    public List<Difference> excluding() {
        return differences.isEmpty()
                ? List.of()
                : Arrays.stream(differences.split("\\|"))
                        .map(one -> one.split(":", 3))
                        .filter(parts -> parts.length == 3)
                        .map(parts -> new Difference(parts[0], parts[1], parts[2]))
                        .toList();
    }

    /** A name in runs, those that the other name has as well marked. */
    public static List<Run> runs(String name, String marks) {
        List<Run> runs = new java.util.ArrayList<>();
        int at = 0;
        for (Piece piece : pieces(marks)) {
            int from = Math.min(Math.max(piece.from(), at), name.length());
            int to = Math.min(Math.max(piece.to(), from), name.length());
            runs.add(new Run(name.substring(at, from), false));
            runs.add(new Run(name.substring(from, to), true));
            at = to;
        }
        runs.add(new Run(name.substring(at), false));
        return runs.stream().filter(run -> !run.text().isEmpty()).toList();
    }

    private static List<Piece> pieces(String marks) {
        return marks.isEmpty()
                ? List.of()
                : Arrays.stream(marks.split(" "))
                        .map(piece -> piece.split("-"))
                        .map(ends -> new Piece(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                        .toList();
    }

    private static String written(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.from() + "-" + piece.to())
                .limit(100)
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** A run of letters of a name; marked if the other name has it as well. */
    public record Run(String text, boolean marked) {}
}
