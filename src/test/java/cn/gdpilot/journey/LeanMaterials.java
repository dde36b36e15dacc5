package cn.gdpilot.journey;

import cn.gdpilot.rehearsal.SampleMaterials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The sample materials with PDFs of one empty page. Most tests need a complete application and look into none of its files;
 * the samples' own PDFs, with their large fonts, are read in the rehearsed round and in tests of files.
 */
public final class LeanMaterials {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final String MATERIALS = "materials";
    private static final String ROUND = "round";
    private static final Path FOLDER = make();

    private LeanMaterials() {}

    static SampleMaterials all() {
        return new SampleMaterials(FOLDER.resolve(MATERIALS));
    }

    /** A folder like that of the samples: the sample round, and these materials. */
    public static Path samples() {
        return FOLDER;
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("samples");
            folder.toFile().deleteOnExit();
            for (String kind : List.of(MATERIALS, ROUND)) {
                fill(Files.createDirectory(folder.resolve(kind)), SAMPLES.resolve(kind));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path folder, Path samples) throws IOException {
        folder.toFile().deleteOnExit();
        try (Stream<Path> all = Files.list(samples)) {
            for (Path sample : all.sorted().toList()) {
                Path lean = folder.resolve(sample.getFileName());
                if (lean.toString().endsWith(".pdf")) {
                    onePage(lean);
                } else {
                    Files.copy(sample, lean);
                }
                lean.toFile().deleteOnExit();
            }
        }
    }

    /** No two of them have the same bytes: a title tells them apart. */
    private static void onePage(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(file.getFileName().toString());
            document.save(file.toFile());
        }
    }
}
