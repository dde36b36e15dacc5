package cn.gdpilot.domain.disc.image;

import cn.gdpilot.domain.calendar.PilotClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A zip without compression (APPNOTE 6.3.10), its sizes and places known beforehand; zip64 where a size or a place asks
 * for it. CRCs stand behind each file and in the directory at the end, so that nothing is read twice.
 */
public final class ZipLayout {

    private static final long LARGE = 0xFFFFFFFFL;
    private static final int MANY = 0xFFFF;
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int EXTRA_64 = 0x0001;
    /** Sizes and CRC follow the content; names are UTF-8. */
    private static final int FLAGS = 0x0808;

    private static final int VERSION = 20;
    private static final int VERSION_64 = 45;
    private static final int UNIX = 3 << 8;
    private static final int PLAIN_FILE = 0100644 << 16;

    private final String folder;
    private final int dosTime;
    private final Checksums checksums;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private long at;

    private ZipLayout(String folder, Instant time, Checksums checksums) {
        this.folder = folder;
        this.dosTime = dosTime(time.atZone(PilotClock.GUANGDONG));
        this.checksums = checksums;
    }

    /**
     * Lays it out.
     *
     * @param folder name of the folder that holds all
     * @param time   of all entries
     */
    public static Layout of(String folder, Instant time, List<Entry> entries, String tag, Checksums checksums) {
        ZipLayout zip = new ZipLayout(folder, time, checksums);
        entries.forEach(zip::file);
        zip.directory();
        return new Layout(zip.pieces, tag);
    }

    private void file(Entry entry) {
        Placed file = new Placed(entry, (folder + "/" + entry.path()).getBytes(StandardCharsets.UTF_8), at);
        placed.add(file);
        add(Piece.of(local(file)));
        add(new FilePiece(entry, checksums));
        add(Piece.late(file.isLarge() ? 24 : 16, () -> descriptor(file)));
    }

    private void directory() {
        long start = at;
        int size = placed.stream().mapToInt(Placed::centralSize).sum();
        add(Piece.late(size, this::central));
        if (placed.size() >= MANY || start >= LARGE || size >= LARGE) {
            add(Piece.of(end64(start, size)));
        }
        ByteBuffer end = buffer(22).putInt(END).putInt(0);
        short count = (short) Math.min(placed.size(), MANY);
        end.putShort(count).putShort(count).putInt((int) Math.min(size, LARGE)).putInt((int) Math.min(start, LARGE));
        add(Piece.of(end.putShort((short) 0).array()));
    }

    private void add(Piece piece) {
        pieces.add(piece);
        at += piece.size();
    }

    private byte[] local(Placed file) {
        int extra = file.isLarge() ? 20 : 0;
        ByteBuffer header = buffer(30 + file.name().length + extra).putInt(LOCAL);
        header.putShort((short) (file.isLarge() ? VERSION_64 : VERSION))
                .putShort((short) FLAGS)
                .putShort((short) 0)
                .putInt(dosTime)
                .putInt(0);
        int size = file.isLarge() ? (int) LARGE : 0;
        header.putInt(size)
                .putInt(size)
                .putShort((short) file.name().length)
                .putShort((short) extra)
                .put(file.name());
        if (file.isLarge()) {
            header.putShort((short) EXTRA_64).putShort((short) 16).putLong(0).putLong(0);
        }
        return header.array();
    }

    private byte[] descriptor(Placed file) throws IOException {
        int crc = (int) checksums.of(file.entry());
        long size = file.entry().size();
        return file.isLarge()
                ? buffer(24)
                        .putInt(DESCRIPTOR)
                        .putInt(crc)
                        .putLong(size)
                        .putLong(size)
                        .array()
                : buffer(16)
                        .putInt(DESCRIPTOR)
                        .putInt(crc)
                        .putInt((int) size)
                        .putInt((int) size)
                        .array();
    }

    private byte[] central() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Placed file : placed) {
            all.writeBytes(central(file));
        }
        return all.toByteArray();
    }

    private byte[] central(Placed file) throws IOException {
        long size = file.entry().size();
        int extra = file.centralExtra();
        short version = (short) (extra > 0 ? VERSION_64 : VERSION);
        ByteBuffer header = buffer(file.centralSize())
                .putInt(CENTRAL)
                .putShort((short) (UNIX | version))
                .putShort(version);
        header.putShort((short) FLAGS).putShort((short) 0).putInt(dosTime).putInt((int) checksums.of(file.entry()));
        int shown = file.isLarge() ? (int) LARGE : (int) size;
        header.putInt(shown).putInt(shown).putShort((short) file.name().length).putShort((short) extra);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(PLAIN_FILE);
        header.putInt(file.isFar() ? (int) LARGE : (int) file.offset()).put(file.name());
        if (extra > 0) {
            header.putShort((short) EXTRA_64).putShort((short) (extra - 4));
            if (file.isLarge()) {
                header.putLong(size).putLong(size);
            }
            if (file.isFar()) {
                header.putLong(file.offset());
            }
        }
        return header.array();
    }

    private byte[] end64(long start, long size) {
        ByteBuffer end = buffer(56 + 20)
                .putInt(END_64)
                .putLong(44)
                .putShort((short) (UNIX | VERSION_64))
                .putShort((short) VERSION_64);
        end.putInt(0)
                .putInt(0)
                .putLong(placed.size())
                .putLong(placed.size())
                .putLong(size)
                .putLong(start);
        return end.putInt(LOCATOR_64).putInt(0).putLong(start + size).putInt(1).array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Guangdong's time, to two seconds, as zips tell it. */
    private static int dosTime(ZonedDateTime time) {
        return (time.getYear() - 1980) << 25
                | time.getMonthValue() << 21
                | time.getDayOfMonth() << 16
                | time.getHour() << 11
                | time.getMinute() << 5
                | time.getSecond() / 2;
    }

    private record Placed(Entry entry, byte[] name, long offset) {

        boolean isLarge() {
            return entry.size() >= LARGE;
        }

        boolean isFar() {
            return offset >= LARGE;
        }

        int centralExtra() {
            int fields = (isLarge() ? 16 : 0) + (isFar() ? 8 : 0);
            return fields == 0 ? 0 : 4 + fields;
        }

        int centralSize() {
            return 46 + name.length + centralExtra();
        }
    }
}
