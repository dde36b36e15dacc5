package cn.gdpilot.domain.papers.print;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * A TrueType font whose radicals (U+2E80 to U+2FDF) and rare doubles (U+3400 to U+4DBF) are out of the way. They share glyphs
 * with the characters that look the same, and a PDF tells only one meaning for a glyph: without this, who searches a PDF for
 * 工 or 胶, or copies them, gets the radical ⼯ and the rare 㬵 instead.
 */
final class UnifiedCharacters {

    private static final int CMAP = 0x636d6170;
    private static final int GSUB = 0x47535542;
    private static final int UNKNOWN = 0x2d2d2d2d;
    private static final int FIRST_RADICAL = 0x2e80;
    private static final int LAST_RADICAL = 0x2fdf;
    private static final int FIRST_RARE = 0x3400;
    private static final int LAST_RARE = 0x4dbf;
    private static final int FIRST_COMMON = 0x4e00;
    private static final int LAST_COMMON = 0x9fff;
    private static final int PRIVATE_PLANE = 0xf0000;
    private static final int SEGMENTED_COVERAGE = 12;

    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final int SUBTABLES = 4;
    private static final int SUBTABLE_ENTRY = 8;
    private static final int GROUPS = 16;
    private static final int GROUP = 12;

    private UnifiedCharacters() {}

    /**
     * Moves the radicals and rare doubles into a private plane; by ISO/IEC 14496-22, table cmap, format 12. Hides the table of
     * substitutions (GSUB), of which a PDF would get Latin ligatures only, at a seventh of its making. Changes the array itself.
     */
    static byte[] of(byte[] font) {
        ByteBuffer file = ByteBuffer.wrap(font);
        for (int i = 0; i < file.getShort(SUBTABLES); i++) {
            int entry = DIRECTORY + i * DIRECTORY_ENTRY;
            if (file.getInt(entry) == CMAP) {
                subtables(file, file.getInt(entry + 8));
            } else if (file.getInt(entry) == GSUB) {
                file.putInt(entry, UNKNOWN);
            }
        }
        return font;
    }

    private static void subtables(ByteBuffer file, int cmap) {
        for (int i = 0; i < file.getShort(cmap + 2); i++) {
            int subtable = cmap + file.getInt(cmap + SUBTABLES + i * SUBTABLE_ENTRY + 4);
            if (file.getShort(subtable) == SEGMENTED_COVERAGE) {
                groups(file, subtable);
            }
        }
    }

    private static void groups(ByteBuffer file, int subtable) {
        BitSet common = commonGlyphs(file, subtable);
        for (int i = 0; i < file.getInt(subtable + GROUP); i++) {
            int group = subtable + GROUPS + i * GROUP;
            int first = file.getInt(group);
            int last = file.getInt(group + 4);
            boolean radicals = first >= FIRST_RADICAL && last <= LAST_RADICAL;
            // A double breaks the run of its neighbours' glyphs, so that it is a group of its own.
            boolean rareDouble =
                    first == last && first >= FIRST_RARE && last <= LAST_RARE && common.get(file.getInt(group + 8));
            if (radicals || rareDouble) {
                file.putInt(group, first + PRIVATE_PLANE);
                file.putInt(group + 4, last + PRIVATE_PLANE);
            }
        }
    }

    private static BitSet commonGlyphs(ByteBuffer file, int subtable) {
        BitSet glyphs = new BitSet();
        for (int i = 0; i < file.getInt(subtable + GROUP); i++) {
            int group = subtable + GROUPS + i * GROUP;
            int first = file.getInt(group);
            int last = file.getInt(group + 4);
            if (first >= FIRST_COMMON && last <= LAST_COMMON) {
                glyphs.set(file.getInt(group + 8), file.getInt(group + 8) + last - first + 1);
            }
        }
        return glyphs;
    }
}
