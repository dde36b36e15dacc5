package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.files.inspection.Inspection;
import cn.gdpilot.domain.papers.print.OfficePrinter;
import cn.gdpilot.domain.papers.print.PrintFixture;
import java.nio.file.Path;
import java.time.Duration;

/** Documents without the application around them. */
public final class DocumentsFixture {

    private DocumentsFixture() {}

    /** From the templates as shipped, printed without an office program. */
    public static Documents shipped() {
        return documents(templates(Path.of("target/no-such-folder")), PrintFixture.office("", Duration.ofSeconds(1)));
    }

    static DocumentTemplates templates(Path folder) {
        return new DocumentTemplates(folder, new DocumentWords(), new OfficeFence(new Inspection()));
    }

    static Documents documents(DocumentTemplates templates, OfficePrinter office) {
        return new Documents(
                templates, new Legible(new DocumentWords(), PrintFixture.glyphs()), office, PrintFixture.printer());
    }
}
