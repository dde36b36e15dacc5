package cn.gdpilot.domain.files.inspection;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds files that are two things at once: a page at the front or an archive at the back of something harmless. */
class Edges {

    private static final int FRONT = 1024;
    /** The end record of an archive with the longest comment. */
    private static final int BACK = 22 + 65_535;

    private static final String ARCHIVE_END = "PK\u0005\u0006";
    private static final Pattern PAGE =
            Pattern.compile("<(html|script|svg|iframe|\\?php|!doctype)", Pattern.CASE_INSENSITIVE);

    void check(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            String front = read(in, 0, FRONT);
            String back = read(in, Math.max(0, in.length() - BACK), BACK);
            if (PAGE.matcher(front).find() || back.contains(ARCHIVE_END)) {
                throw Inspection.refused("material.two-in-one");
            }
        }
    }

    private static String read(RandomAccessFile in, long from, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, in.length() - from)];
        in.seek(from);
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
