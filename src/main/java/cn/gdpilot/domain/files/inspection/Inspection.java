package cn.gdpilot.domain.files.inspection;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges the content of a received file (R2.13: materials must be readable by whoever reviews them). */
@Component
public class Inspection {

    private final Edges edges = new Edges();
    private final OfficeContents office = new OfficeContents();
    private final PdfContents pdf = new PdfContents();
    private final ReportYears years = new ReportYears();

    /**
     * Looks into a file.
     *
     * @param format as told by its first bytes, e.g. pdf
     * @return the format by its inside: of docx and xlsx the one that it is
     * @throws Refusal if it holds anything that could run, fetch, hide another file, or burst
     */
    public String check(Path file, String format) throws IOException {
        return switch (format) {
            case "docx", "xlsx" -> office.check(file);
            case "pdf" -> {
                edges.check(file);
                pdf.check(file);
                yield format;
            }
            case "jpg", "png" -> {
                edges.check(file);
                yield format;
            }
            default -> format;
        };
    }

    /**
     * The year that an audit report names, of a file that the check has passed.
     *
     * @return empty where it names none that can be read
     */
    public Optional<Integer> reportYear(Path file, String format) throws IOException {
        return years.of(file, format);
    }

    static Refusal refused(String words, Object... values) {
        return Refusal.byRule("R2.13", words, values);
    }
}
