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
final class LeanMaterials {

    private static final Path SAMPLES = Path.of("src/samples/materials");
    private static final Path FOLDER = make();

    private LeanMaterials() {}

    static SampleMaterials all() {
        return new SampleMaterials(FOLDER);
    }

    private static Path make() {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            Path folder = Files.createTempDirectory("materials");
            folder.toFile().deleteOnExit();
            List<Path> all = samples.sorted().toList();
            for (Path sample : all) {
                Path lean = folder.resolve(sample.getFileName());
                if (lean.toString().endsWith(".pdf")) {
                    onePage(lean);
                } else {
                    Files.copy(sample, lean);
                }
                lean.toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
