package cn.gdpilot.domain.duplicate;

import java.util.List;

/**
 * Why two projects may be one, or why not.
 *
 * @param similarity    of the names after all weights, 0..1
 * @param sameCode      equal credit codes
 * @param sameApplicant equal credit codes, or names that differ only in legal form, order of words or as former names do
 * @param sameDirection equal directions
 * @param firstMarks    pieces of the first name that the second has as well
 * @param secondMarks   the same, of the second name
 * @param differences   what the names say that excludes being one project: two sites, two phases
 * @param sharedFiles   how many files are equal byte by byte
 */
public record Evidence(
        double similarity,
        boolean sameCode,
        boolean sameApplicant,
        boolean sameDirection,
        List<Piece> firstMarks,
        List<Piece> secondMarks,
        List<Difference> differences,
        int sharedFiles) {

    /** A piece of a name: from (inclusive) and to (exclusive), in characters. */
    public record Piece(int from, int to) {}

    /**
     * @param group  what kind of words: the group's name in duplicate-words.csv; begins with # for numbers
     * @param first  what the first name says
     * @param second what the second name says
     */
    public record Difference(String group, String first, String second) {}
}
