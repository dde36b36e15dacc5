package cn.gdpilot.domain.disc.image;

import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An .iso: ISO 9660 (ECMA-119, level 3) with Joliet names. Folders first, then the files in order, each at the beginning of
 * a sector.
 */
public final class IsoLayout {

    static final int SECTOR = 2048;
    /** Drives read ahead; a disc that ends with its last file is not read to its end by some. */
    static final int TAIL_SECTORS = 150;

    private static final int FIRST_DESCRIPTOR = 16;
    private static final int DESCRIPTORS = 3;
    private static final String STANDARD = "CD001";
    /** UCS-2 level 3. */
    private static final byte[] JOLIET = {'%', '/', 'E'};

    private final String label;
    private final Instant time;
    private final List<IsoFile> files;
    private final IsoTree plain;
    private final IsoTree joliet;
    private final long plainTables;
    private final long jolietTables;
    private final long end;

    private IsoLayout(String label, Instant time, List<Entry> entries) {
        this.label = label;
        this.time = time;
        this.files = entries.stream().map(IsoFile::new).toList();
        this.plain = new IsoTree(false, time, files);
        this.joliet = new IsoTree(true, time, files);
        this.plainTables = FIRST_DESCRIPTOR + DESCRIPTORS;
        this.jolietTables = plainTables + 2L * sectors(plain.pathTableBytes());
        long next = joliet.place(plain.place(jolietTables + 2L * sectors(joliet.pathTableBytes())));
        for (IsoFile file : files) {
            next = file.place(next);
        }
        this.end = next + TAIL_SECTORS;
    }

    /**
     * Lays it out.
     *
     * @param label name of the disc; its first 16 characters show
     * @param time  of all entries
     */
    public static Layout of(String label, Instant time, List<Entry> entries, String tag, Checksums checksums) {
        IsoLayout iso = new IsoLayout(label, time, entries);
        List<Piece> pieces = new ArrayList<>(List.of(
                Piece.zeros(FIRST_DESCRIPTOR * SECTOR),
                Piece.of(iso.descriptor(false)),
                Piece.of(iso.descriptor(true)),
                Piece.of(new IsoBuffer(SECTOR)
                        .number8(255)
                        .text(STANDARD, 5, false)
                        .number8(1)
                        .array())));
        for (IsoTree tree : List.of(iso.plain, iso.joliet)) {
            pieces.add(Piece.of(tree.pathTable(ByteOrder.LITTLE_ENDIAN)));
            pieces.add(Piece.of(tree.pathTable(ByteOrder.BIG_ENDIAN)));
        }
        pieces.add(Piece.of(iso.plain.contents()));
        pieces.add(Piece.of(iso.joliet.contents()));
        for (IsoFile file : iso.files) {
            pieces.add(new FilePiece(file.entry(), checksums));
            pieces.add(Piece.zeros((int) (-file.entry().size() & SECTOR - 1)));
        }
        pieces.add(Piece.zeros(TAIL_SECTORS * SECTOR));
        return new Layout(pieces, tag);
    }

    static int sectors(int bytes) {
        return (bytes + SECTOR - 1) / SECTOR;
    }

    private byte[] descriptor(boolean unicode) {
        IsoTree tree = unicode ? joliet : plain;
        long tables = unicode ? jolietTables : plainTables;
        String name = unicode ? label : "GDPILOT";
        IsoBuffer descriptor = new IsoBuffer(SECTOR)
                .number8(unicode ? 2 : 1)
                .text(STANDARD, 5, false)
                .number8(1)
                .number8(0);
        descriptor.text("", 32, unicode).text(name, 32, unicode).zeros(8).both32(end);
        descriptor.raw(unicode ? JOLIET : new byte[JOLIET.length]).zeros(32 - JOLIET.length);
        descriptor.both16(1).both16(1).both16(SECTOR).both32(tree.pathTableBytes());
        descriptor.number32(tables, ByteOrder.LITTLE_ENDIAN).zeros(4);
        descriptor
                .number32(tables + sectors(tree.pathTableBytes()), ByteOrder.BIG_ENDIAN)
                .zeros(4);
        descriptor.raw(tree.rootRecord());
        for (int length : new int[] {128, 128, 128, 128, 37, 37, 37}) {
            descriptor.text("", length, unicode);
        }
        return descriptor
                .longTime(time)
                .longTime(time)
                .noTime()
                .noTime()
                .number8(1)
                .array();
    }
}
