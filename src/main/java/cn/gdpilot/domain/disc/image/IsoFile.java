package cn.gdpilot.domain.disc.image;

/** A file and the sector at which it begins, known once the folders' sizes are. */
final class IsoFile {

    private final Entry entry;
    private long sector;

    IsoFile(Entry entry) {
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    long sector() {
        return sector;
    }

    /** Gives it its place; the sector behind it. */
    long place(long first) {
        sector = first;
        return first + (entry.size() + IsoLayout.SECTOR - 1) / IsoLayout.SECTOR;
    }
}
