package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Files as rows of a paper: numbered, by the classes of R2.13 in their order, a class without a file named as such. No paper lists itself. */
@Component
class MaterialRows {

    private static final double MEGABYTE = 1024 * 1024;
    private static final int MINUTE = 60;

    private final FileStore store;
    private final MaterialKinds kinds;

    MaterialRows(FileStore store, MaterialKinds kinds) {
        this.kinds = kinds;
        this.store = store;
    }

    /** @param itself kinds that the paper does not list: what it is itself, or what is made after it */
    List<Facts> of(List<Material> materials, Set<MaterialKind> itself) {
        List<Facts> rows = new ArrayList<>();
        List<String> ordinals = Texts.words("index.ordinals");
        int number = 0;
        int classes = 0;
        for (MaterialKind kind : listed(itself, materials)) {
            List<Material> files =
                    materials.stream().filter(file -> file.kind() == kind).toList();
            String heading = Texts.of(
                    "index.class",
                    ordinals.get(Math.min(classes++, ordinals.size() - 1)),
                    Texts.label("index.class", kind));
            if (files.isEmpty()) {
                rows.add(row("", heading, Texts.of("index.none"), "", "", "", ""));
            }
            for (Material file : files) {
                rows.add(row(
                        String.valueOf(++number),
                        file == files.get(0) ? heading : "",
                        called(file),
                        file.format(),
                        extent(file),
                        size(file.sizeBytes()),
                        file.sha256()));
            }
        }
        return rows;
    }

    /** All kinds, and those of files that no list names any more. */
    private Set<MaterialKind> listed(Set<MaterialKind> itself, List<Material> materials) {
        Set<MaterialKind> listed = new LinkedHashSet<>(kinds.all());
        materials.forEach(file -> listed.add(file.kind()));
        listed.removeAll(itself);
        return listed;
    }

    private static Facts row(
            String number, String kind, String name, String format, String pages, String size, String sha256) {
        return new Facts()
                .word("no", number)
                .word("kind", kind)
                .word("name", name)
                .word("format", format)
                .word("pages", pages)
                .word("size", size)
                .word("sha256", sha256);
    }

    /** The file as a paper calls it: name, title, and what the applicant says of it. */
    static String called(Material file) {
        String name = file.title() == null ? file.name() : Texts.of("index.titled", file.name(), file.title());
        if (file.year() != null) {
            return Texts.of("index.year", name, file.year());
        }
        return file.resultClass() == null
                ? name
                : Texts.of("index.result", name, Texts.label("result-class", file.resultClass()));
    }

    /** Pages of a PDF, length of a video; a dash where neither is known. */
    private String extent(Material file) {
        if (file.videoSeconds() != null) {
            return Texts.of("index.length", file.videoSeconds() / MINUTE, file.videoSeconds() % MINUTE);
        }
        if (!file.format().equals("pdf")) {
            return "—";
        }
        try {
            return String.valueOf(pages(file));
        } catch (IOException unreadable) {
            return "—";
        }
    }

    /** Counted in a copy on disk: the store may be elsewhere, and a document need not fit into memory. */
    private int pages(Material file) throws IOException {
        Path copy = Files.createTempFile("pages", ".pdf");
        try (InputStream content = store.content(file.sha256()).getInputStream()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            try (PDDocument document = Loader.loadPDF(copy.toFile())) {
                return document.getNumberOfPages();
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? String.format(Locale.ROOT, "%d KB", Math.max(1, bytes / 1024))
                : String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
