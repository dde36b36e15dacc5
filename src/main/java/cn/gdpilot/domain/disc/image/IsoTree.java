package cn.gdpilot.domain.disc.image;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folders of an .iso under one kind of names: whole ones in Unicode (Joliet), or short ones in capital letters, which
 * the standard wants beside them.
 */
final class IsoTree {

    /** A file of 4 GiB and more lies in several stretches, each but the last of whole sectors. */
    private static final long LONGEST_STRETCH = 0xFFFFF800L;

    private static final int SECTOR = IsoLayout.SECTOR;
    private static final int RECORD = 33;
    private static final int IS_FOLDER = 0x02;
    private static final int GOES_ON = 0x80;
    private static final byte[] SELF = {0};
    private static final byte[] PARENT = {1};

    private final boolean joliet;
    private final Instant time;
    private final Folder root;
    /** In the order of the path table: by level, then by parent, then by name. */
    private final List<Folder> folders = new ArrayList<>();

    private int named;

    IsoTree(boolean joliet, Instant time, List<IsoFile> files) {
        this.joliet = joliet;
        this.time = time;
        this.root = new Folder(SELF, null);
        files.forEach(this::add);
        folders.add(root);
        for (int i = 0; i < folders.size(); i++) {
            folders.get(i).number = i + 1;
            folders.get(i).inside.values().stream()
                    .sorted(Comparator.comparing(Folder::id, Arrays::compareUnsigned))
                    .forEach(folders::add);
        }
    }

    /** Gives each folder its place, from that sector on; the sector behind the last. */
    long place(long sector) {
        long next = sector;
        for (Folder folder : folders) {
            folder.sector = next;
            next += folder.bytes() / SECTOR;
        }
        return next;
    }

    int pathTableBytes() {
        return folders.stream()
                .mapToInt(folder -> 8 + folder.id().length + folder.id().length % 2)
                .sum();
    }

    byte[] pathTable(ByteOrder order) {
        IsoBuffer table = new IsoBuffer(IsoLayout.sectors(pathTableBytes()) * SECTOR);
        for (Folder folder : folders) {
            int parent = folder.parent == null ? 1 : folder.parent.number;
            table.number8(folder.id().length)
                    .number8(0)
                    .number32(folder.sector, order)
                    .number16(parent, order)
                    .raw(folder.id());
            table.zeros(folder.id().length % 2);
        }
        return table.array();
    }

    /** The record of the root, as the volume's descriptor holds it. */
    byte[] rootRecord() {
        return record(SELF, root.sector, root.bytes(), IS_FOLDER);
    }

    /** What the folders hold, one after the other. */
    byte[] contents() {
        IsoBuffer all = new IsoBuffer(folders.stream().mapToInt(Folder::bytes).sum());
        int start = 0;
        for (Folder folder : folders) {
            all.at(start);
            for (byte[] record : records(folder)) {
                if (all.place() % SECTOR + record.length > SECTOR) {
                    all.at((all.place() / SECTOR + 1) * SECTOR);
                }
                all.raw(record);
            }
            start += folder.bytes();
        }
        return all.array();
    }

    private void add(IsoFile file) {
        String[] names = file.entry().path().split("/");
        Folder folder = root;
        for (int i = 0; i < names.length - 1; i++) {
            Folder parent = folder;
            folder = parent.inside.computeIfAbsent(names[i], name -> new Folder(id(name, true), parent));
        }
        folder.files.add(new Item(id(names[names.length - 1], false), file));
    }

    private byte[] id(String name, boolean folder) {
        if (joliet) {
            return name.getBytes(StandardCharsets.UTF_16BE);
        }
        named++;
        String ending = folder ? "" : name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String plain = "%c%07d".formatted(folder ? 'D' : 'F', named)
                + (folder ? "" : "." + (ending.matches("[A-Z0-9]{1,3}") ? ending : "") + ";1");
        return plain.getBytes(StandardCharsets.US_ASCII);
    }

    private List<byte[]> records(Folder folder) {
        Folder parent = folder.parent == null ? folder : folder.parent;
        List<byte[]> records = new ArrayList<>();
        records.add(record(SELF, folder.sector, folder.bytes(), IS_FOLDER));
        records.add(record(PARENT, parent.sector, parent.bytes(), IS_FOLDER));
        Map<byte[], List<byte[]>> named = new TreeMap<>(Arrays::compareUnsigned);
        folder.inside
                .values()
                .forEach(one -> named.put(one.id(), List.of(record(one.id(), one.sector, one.bytes(), IS_FOLDER))));
        folder.files.forEach(one -> named.put(one.id(), stretches(one)));
        named.values().forEach(records::addAll);
        return records;
    }

    private List<byte[]> stretches(Item item) {
        List<byte[]> records = new ArrayList<>();
        long sector = item.file().sector();
        long left = item.file().entry().size();
        for (; left > LONGEST_STRETCH; left -= LONGEST_STRETCH) {
            records.add(record(item.id(), sector, LONGEST_STRETCH, GOES_ON));
            sector += LONGEST_STRETCH / SECTOR;
        }
        records.add(record(item.id(), sector, left, 0));
        return records;
    }

    private byte[] record(byte[] id, long sector, long size, int flags) {
        int length = recordLength(id);
        IsoBuffer record = new IsoBuffer(length)
                .number8(length)
                .number8(0)
                .both32(sector)
                .both32(size)
                .shortTime(time);
        return record.number8(flags)
                .number8(0)
                .number8(0)
                .both16(1)
                .number8(id.length)
                .raw(id)
                .array();
    }

    private static int recordLength(byte[] id) {
        return RECORD + id.length + (id.length + 1) % 2;
    }

    private static final class Folder {

        private final byte[] id;
        private final Folder parent;
        private final Map<String, Folder> inside = new TreeMap<>();
        private final List<Item> files = new ArrayList<>();
        private int number;
        private long sector;
        private int bytes;

        Folder(byte[] id, Folder parent) {
            this.id = id;
            this.parent = parent;
        }

        byte[] id() {
            return id;
        }

        /** Whole sectors; a record never lies across two of them. */
        int bytes() {
            if (bytes == 0) {
                List<Integer> lengths = new ArrayList<>(List.of(recordLength(SELF), recordLength(PARENT)));
                Map<byte[], Integer> named = new TreeMap<>(Arrays::compareUnsigned);
                inside.values().forEach(one -> named.put(one.id(), 1));
                files.forEach(one -> named.put(
                        one.id(), 1 + (int) (Math.max(one.file().entry().size() - 1, 0) / LONGEST_STRETCH)));
                named.forEach((name, count) -> {
                    for (int i = 0; i < count; i++) {
                        lengths.add(recordLength(name));
                    }
                });
                int end = 0;
                for (int length : lengths) {
                    end = end % SECTOR + length > SECTOR ? (end / SECTOR + 1) * SECTOR + length : end + length;
                }
                bytes = IsoLayout.sectors(end) * SECTOR;
            }
            return bytes;
        }
    }

    private record Item(byte[] id, IsoFile file) {}
}
