package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Checksums;
import cn.gdpilot.domain.disc.image.Entry;
import cn.gdpilot.domain.disc.image.IsoLayout;
import cn.gdpilot.domain.disc.image.Layout;
import cn.gdpilot.domain.disc.image.ZipLayout;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One disc of a list: a complete bag of BagIt 1.0 (RFC 8493) that checks by itself. */
public final class DiscVolume {

    /** Changes whenever the same list would give other bytes. */
    private static final String FORM = "2";

    private static final int LABEL = 13;

    private final DiscList list;
    private final int number;
    private final int count;
    private final List<DiscFile> files;
    private final List<Entry> entries;
    private final String tag;
    private final Checksums checksums;

    /**
     * Packs a bag.
     *
     * @param number   which disc it is, from 1 on
     * @param count    how many there are
     * @param files    what it holds of the list
     * @param texts    tables that go with the files, each below data/
     * @param contents the files as entries, in the same order
     */
    DiscVolume(
            DiscList list,
            int number,
            int count,
            List<DiscFile> files,
            List<Entry> texts,
            List<Entry> contents,
            Checksums checksums) {
        this.list = list;
        this.number = number;
        this.count = count;
        this.files = List.copyOf(files);
        this.checksums = checksums;
        List<Entry> payload = new ArrayList<>(texts);
        payload.addAll(contents);
        List<Entry> tags = new ArrayList<>(List.of(
                Entry.text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
                Entry.text("bag-info.txt", info(payload)),
                Entry.text("manifest-sha256.txt", lines(payload))));
        Entry manifestOfTags = Entry.text("tagmanifest-sha256.txt", lines(tags));
        tags.add(manifestOfTags);
        tags.addAll(payload);
        this.entries = List.copyOf(tags);
        this.tag = manifestOfTags.sha256().substring(0, 32);
    }

    /** Which disc it is, from 1 on. */
    public int number() {
        return number;
    }

    /** How many discs the list needs. */
    public int count() {
        return count;
    }

    /** What it holds of the list. */
    public List<DiscFile> files() {
        return files;
    }

    /** The name of the folder that holds all in the zip, and of the file to be saved, without ending. */
    public String name() {
        return count == 1 ? list.folder() : list.folder() + "_" + number + "-" + count;
    }

    /** How much room it takes on a disc, in words. */
    public String size() {
        return Size.of(iso().size());
    }

    public Layout zip() {
        return ZipLayout.of(name(), list.signedAt(), entries, "z" + FORM + tag, checksums);
    }

    public Layout iso() {
        String unit = list.unit().substring(0, Math.min(LABEL, list.unit().length()));
        return IsoLayout.of(unit + "_" + number, list.signedAt(), entries, "i" + FORM + tag, checksums);
    }

    /** The SHA-256 that each file on the disc must have, by its path. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        entries.forEach(entry -> hashes.put(entry.path(), entry.sha256()));
        return hashes;
    }

    private String info(List<Entry> payload) {
        String group =
                count == 1 ? "" : "Bag-Group-Identifier: %s\nBag-Count: %d of %d\n".formatted(list.id(), number, count);
        return "Source-Organization: %s\nBagging-Date: %s\nPayload-Oxum: %d.%d\n%s"
                .formatted(
                        list.unit(),
                        list.signedAt().atOffset(ZoneOffset.ofHours(8)).toLocalDate(),
                        payload.stream().mapToLong(Entry::size).sum(),
                        payload.size(),
                        group);
    }

    private static String lines(List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.line()));
        return lines.toString();
    }
}
