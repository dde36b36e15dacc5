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

    /** Seconds, rounded down; empty where the file does not say it (fragmented, cut off anywhere, another container). */
    static OptionalInt seconds(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            Box all = new Box("", 0, in.length());
            Optional<Box> movie = find(in, "moov", all);
            Optional<Box> header = movie.isPresent() ? find(in, "mvhd", movie.get()) : Optional.empty();
            return header.isPresent() && header.get().length() >= SHORTEST_HEADER && isWhole(in, all)
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
        Optional<Box> box = next(in, outer.from(), outer.to());
        for (int i = 1; i < MOST_BOXES && box.isPresent() && !box.get().type().equals(type); i++) {
            box = next(in, box.get().to(), outer.to());
        }
        return box.filter(found -> found.type().equals(type));
    }

    /** Whether every box ends within the file, and pictures are among them. One that was cut off while it was sent may still have its header, which stands first. */
    private static boolean isWhole(RandomAccessFile in, Box all) throws IOException {
        long at = all.from();
        for (int i = 0; i < MOST_BOXES && at + 8 <= all.to(); i++) {
            Optional<Box> box = next(in, at, all.to());
            if (box.isEmpty()) {
                return false;
            }
            at = box.get().to();
        }
        return at + 8 > all.to() && find(in, "mdat", all).isPresent();
    }

    /** The box that begins there; empty if none does that ends before {@code end}. */
    private static Optional<Box> next(RandomAccessFile in, long at, long end) throws IOException {
        if (at + 8 > end) {
            return Optional.empty();
        }
        in.seek(at);
        long size = in.readInt() & 0xFFFFFFFFL;
        byte[] type = new byte[4];
        in.readFully(type);
        long content = at + 8;
        if (size == 1 && at + 16 <= end) {
            size = in.readLong();
            content = at + 16;
        } else if (size == 0) {
            size = end - at;
        }
        return size < content - at || size > end - at
                ? Optional.empty()
                : Optional.of(new Box(new String(type, StandardCharsets.ISO_8859_1), content, at + size));
    }

    /** What it is, and where its content begins and ends in the file. */
    private record Box(String type, long from, long to) {
        long length() {
            return to - from;
        }
    }
}
