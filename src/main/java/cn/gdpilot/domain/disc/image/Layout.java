package cn.gdpilot.domain.disc.image;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * An image whose every byte has its place before any is read: it is streamed without lying anywhere, any stretch of it
 * can be asked for, and it is the same each time.
 */
public final class Layout {

    private final List<Piece> pieces;
    private final long size;
    private final String tag;

    /** @param tag tells this image from any other */
    Layout(List<Piece> pieces, String tag) {
        this.pieces = List.copyOf(pieces);
        this.size = pieces.stream().mapToLong(Piece::size).sum();
        this.tag = tag;
    }

    /** Bytes of the image. */
    public long size() {
        return size;
    }

    /** The same for the same bytes, another one for others; hex. */
    public String tag() {
        return tag;
    }

    /**
     * Writes a stretch of it.
     *
     * @param from first byte
     * @param to   the byte after the last
     * @throws IOException if the receiver went away, or a file is not what its hash says: the image ends unfinished then
     */
    public void write(OutputStream out, long from, long to) throws IOException {
        long start = 0;
        for (Piece piece : pieces) {
            long end = start + piece.size();
            if (end > from && start < to) {
                piece.write(out, Math.max(from - start, 0), Math.min(to, end) - start);
            }
            start = end;
        }
        out.flush();
    }
}
