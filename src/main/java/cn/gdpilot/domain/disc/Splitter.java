package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spreads files over discs of one size, in order; a project that fits onto a disc whole is not torn apart. */
final class Splitter {

    /** What every disc holds beside files: descriptors, tail, tag files. */
    private static final long FIXED = 1024 * 1024;
    /** What a file costs on its own disc (records, a line of the manifest, the rest of its last sector) … */
    private static final long EACH = 4096;
    /** … and on every disc: a line of the index, one of the table of what is where. */
    private static final long LISTED = 2048;

    private final long medium;
    private final long room;
    private final List<List<DiscFile>> volumes = new ArrayList<>();
    private long left;

    private Splitter(long medium, int files) {
        this.medium = medium;
        this.room = medium - FIXED - LISTED * files;
        open();
    }

    /**
     * The files of each disc.
     *
     * @param medium bytes that a disc takes
     * @throws Refusal if a file alone is too large for a disc
     */
    static List<List<DiscFile>> split(List<DiscFile> files, long medium) {
        Splitter splitter = new Splitter(medium, files.size());
        Map<Integer, List<DiscFile>> projects = new LinkedHashMap<>();
        files.forEach(file -> projects.computeIfAbsent(file.project(), project -> new ArrayList<>())
                .add(file));
        projects.values().forEach(splitter::project);
        return splitter.volumes;
    }

    private void project(List<DiscFile> files) {
        long cost = files.stream().mapToLong(Splitter::cost).sum();
        if (cost > left && cost <= room && left < room) {
            open();
        }
        files.forEach(this::file);
    }

    private void file(DiscFile file) {
        long cost = cost(file);
        if (cost > room) {
            throw Refusal.conflict(
                    "disc.file-large", file.path(), Size.of(file.material().sizeBytes()), Size.of(medium));
        }
        if (cost > left) {
            open();
        }
        volumes.get(volumes.size() - 1).add(file);
        left -= cost;
    }

    private void open() {
        volumes.add(new ArrayList<>());
        left = room;
    }

    private static long cost(DiscFile file) {
        return file.material().sizeBytes() + EACH;
    }
}
