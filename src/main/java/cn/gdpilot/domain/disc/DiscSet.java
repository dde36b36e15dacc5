package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Checksums;
import cn.gdpilot.domain.disc.image.Content;
import cn.gdpilot.domain.disc.image.Entry;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All discs of a list. */
public final class DiscSet {

    /** What a file costs beside its bytes. */
    private static final long SECTORS = 4096;

    private final DiscList list;
    private final DiscTree tree;
    private final long medium;
    private final Function<Material, Content> contents;
    private final Checksums checksums;

    DiscSet(DiscList list, long medium, Function<Material, Content> contents, Checksums checksums) {
        this.list = list;
        this.tree = new DiscTree(list.projects());
        this.medium = medium;
        this.contents = contents;
        this.checksums = checksums;
    }

    /** What a disc takes, in words. */
    public String medium() {
        return Size.of(medium);
    }

    /** All files of the list, in order. */
    public List<DiscFile> files() {
        return tree.files();
    }

    /** The table of contents (索引目录) as text. */
    public String index() {
        return tree.index();
    }

    /** One line for each file: path, bytes and SHA-256, parted by tabs. */
    public List<String> lines() {
        return tree.files().stream().map(DiscSet::line).toList();
    }

    /**
     * The discs that hold the list, mostly one.
     *
     * @throws Refusal if a file alone is larger than the medium
     */
    public List<DiscVolume> volumes() {
        List<List<DiscFile>> parts = parts();
        List<DiscVolume> volumes = new ArrayList<>();
        for (List<DiscFile> part : parts) {
            volumes.add(volume(volumes.size() + 1, parts));
        }
        return volumes;
    }

    /** What a disc of this list may be: one of the volumes, or all in one. */
    public List<DiscVolume> candidates() {
        List<DiscVolume> candidates = new ArrayList<>();
        try {
            candidates.addAll(volumes());
        } catch (Refusal tooLarge) {
            // A file larger than the medium travels all in one only.
            candidates.clear();
        }
        if (candidates.size() != 1) {
            candidates.add(volume(null));
        }
        return candidates;
    }

    /**
     * One of the discs.
     *
     * @param number from 1 on; null = all in one, whatever the medium takes
     * @throws Refusal if there is no such disc
     */
    public DiscVolume volume(Integer number) {
        if (number == null) {
            return volume(1, List.of(tree.files()));
        }
        List<List<DiscFile>> parts = parts();
        if (number < 1 || number > parts.size()) {
            throw Refusal.notFound("disc.no-volume", parts.size());
        }
        return volume(number, parts);
    }

    private List<List<DiscFile>> parts() {
        long papers = list.papers().stream()
                .mapToLong(paper -> paper.size() + SECTORS)
                .sum();
        return Splitter.split(tree.files(), medium - papers);
    }

    private DiscVolume volume(int number, List<List<DiscFile>> parts) {
        List<Entry> texts = new ArrayList<>(List.of(Entry.text("data/" + Texts.of("disc.index"), tree.index())));
        list.papers()
                .forEach(paper ->
                        texts.add(new Entry("data/" + paper.name(), paper.size(), paper.sha256(), paper.content())));
        if (parts.size() > 1) {
            texts.add(Entry.text("data/" + Texts.of("disc.volumes"), table(parts)));
        }
        List<DiscFile> files = parts.get(number - 1);
        List<Entry> entries = files.stream().map(this::entry).toList();
        return new DiscVolume(list, number, parts.size(), files, texts, entries, checksums);
    }

    /** What is where (分盘目录). */
    private static String table(List<List<DiscFile>> parts) {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            table.append(Texts.of(
                            "disc.volume-heading",
                            i + 1,
                            parts.size(),
                            parts.get(i).size()))
                    .append('\n');
            parts.get(i).forEach(file -> table.append("    ").append(line(file)).append('\n'));
        }
        return table.toString();
    }

    private static String line(DiscFile file) {
        return file.path().substring("data/".length()) + "\t" + file.material().sizeBytes() + "\t"
                + file.material().sha256();
    }

    private Entry entry(DiscFile file) {
        Material material = file.material();
        return new Entry(file.path(), material.sizeBytes(), material.sha256(), contents.apply(material));
    }
}
