package cn.gdpilot.dossier;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Length of an mp4 or mov by its movie header (ISO 14496-12, box {@code moov/mvhd}). Walks from box to box and reads
 * a few bytes of each, whatever the file claims about its sizes.
 */
final class VideoLength {

    private static final int MOST_BOXES = 1000;
    private static final int SHORTEST_HEADER = 32;

    private VideoLength() {}

    /** Seconds, rounded down; empty where the file does not say it (fragmented, truncated, another container). */
    static OptionalInt seconds(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            Optional<Box> movie = find(in, "moov", new Box(0, in.length()));
            Optional<Box> header = movie.isPresent() ? find(in, "mvhd", movie.get()) : Optional.empty();
            return header.isPresent() && header.get().length() >= SHORTEST_HEADER
                    ? duration(in, header.get())
                    : OptionalInt.empty();
        }
    }

    private static OptionalInt duration(RandomAccessFile in, Box header) throws IOException {
        in.seek(header.from());
        boolean wide = in.read() == 1;
        in.skipBytes(wide ? 3 + 16 : 3 + 8);
        long timescale = in.readInt() & 0xFFFFFFFFL;
        long duration = wide ? in.readLong() : in.readInt() & 0xFFFFFFFFL;
        boolean unknown = timescale == 0 || duration <= 0 || duration == 0xFFFFFFFFL;
        if (unknown || duration / timescale > Integer.MAX_VALUE) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) (duration / timescale));
    }

    /** The content of the first box of that type inside {@code outer}. */
    private static Optional<Box> find(RandomAccessFile in, String type, Box outer) throws IOException {
        long at = outer.from();
        for (int i = 0; i < MOST_BOXES && at + 8 <= outer.to(); i++) {
            in.seek(at);
            long size = in.readInt() & 0xFFFFFFFFL;
            byte[] name = new byte[4];
            in.readFully(name);
            long content = at + 8;
            if (size == 1 && at + 16 <= outer.to()) {
                size = in.readLong();
                content = at + 16;
            } else if (size == 0) {
                size = outer.to() - at;
            }
            if (size < content - at || size > outer.to() - at) {
                return Optional.empty();
            }
            if (new String(name, StandardCharsets.ISO_8859_1).equals(type)) {
                return Optional.of(new Box(content, at + size));
            }
            at += size;
        }
        return Optional.empty();
    }

    /** Where a box's content begins and ends in the file. */
    private record Box(long from, long to) {
        long length() {
            return to - from;
        }
    }
}
