package cn.gdpilot.domain.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Length of an mp4 or mov by its movie header and the headers of its tracks (ISO 14496-12, boxes {@code moov/mvhd} and
 * {@code moov/trak/mdia/mdhd}). Walks from box to box and reads a few bytes of each, whatever the file claims about its sizes.
 */
public final class VideoLength {

    private static final int MOST_BOXES = 1000;
    /** Bytes of a header up to its duration, of both kinds. */
    private static final int NARROW = 20;

    private static final int WIDE = 32;
    /** Sound and picture end up to that many seconds apart. */
    private static final int APART = 2;

    private VideoLength() {}

    /** Seconds, rounded down; empty where the file does not say it (fragmented, cut off anywhere, another container) or contradicts itself. */
    public static OptionalInt seconds(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            Box all = new Box("", 0, in.length());
            Optional<Box> movie = find(in, all, "moov");
            if (movie.isEmpty() || !isWhole(in, all)) {
                return OptionalInt.empty();
            }
            OptionalInt told = duration(in, find(in, movie.get(), "mvhd"));
            OptionalInt longest = longestTrack(in, movie.get());
            boolean agree =
                    told.isPresent() && longest.isPresent() && Math.abs(told.getAsInt() - longest.getAsInt()) <= APART;
            return agree ? told : OptionalInt.empty();
        }
    }

    private static OptionalInt longestTrack(RandomAccessFile in, Box movie) throws IOException {
        OptionalInt longest = OptionalInt.empty();
        Optional<Box> box = next(in, movie.from(), movie.to());
        for (int i = 0; i < MOST_BOXES && box.isPresent(); i++) {
            OptionalInt track = box.get().type().equals("trak")
                    ? duration(in, find(in, box.get(), "mdia", "mdhd"))
                    : OptionalInt.empty();
            if (track.isPresent() && track.getAsInt() > longest.orElse(0)) {
                longest = track;
            }
            box = next(in, box.get().to(), movie.to());
        }
        return longest;
    }

    /** By the header of the movie or of a track, which begin alike. */
    private static OptionalInt duration(RandomAccessFile in, Optional<Box> header) throws IOException {
        if (header.isEmpty() || header.get().length() < NARROW) {
            return OptionalInt.empty();
        }
        in.seek(header.get().from());
        boolean wide = in.read() == 1;
        if (wide && header.get().length() < WIDE) {
            return OptionalInt.empty();
        }
        in.skipBytes(wide ? 3 + 16 : 3 + 8);
        long timescale = in.readInt() & 0xFFFFFFFFL;
        long duration = wide ? in.readLong() : in.readInt() & 0xFFFFFFFFL;
        boolean unknown = timescale == 0 || duration <= 0 || duration == 0xFFFFFFFFL;
        if (unknown || duration / timescale > Integer.MAX_VALUE) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) (duration / timescale));
    }

    /** The content of the first box on that way inside {@code outer}. */
    private static Optional<Box> find(RandomAccessFile in, Box outer, String... way) throws IOException {
        Optional<Box> found = Optional.of(outer);
        for (int i = 0; i < way.length && found.isPresent(); i++) {
            found = first(in, way[i], found.get());
        }
        return found;
    }

    private static Optional<Box> first(RandomAccessFile in, String type, Box outer) throws IOException {
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
        return at + 8 > all.to() && find(in, all, "mdat").isPresent();
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
