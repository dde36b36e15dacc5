package cn.gdpilot.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample files that stand for an application's materials. */
public final class SampleMaterials {

    private static final List<Sample> DOCUMENTS = List.of(
            new Sample("APPLICATION_FORM", "application-form.pdf"),
            new Sample("AUDIT_REPORT", "audit-report-1.pdf"),
            new Sample("AUDIT_REPORT", "audit-report-2.pdf"),
            new Sample("AUDIT_REPORT", "audit-report-3.pdf"),
            new Sample("COMMITMENT_LETTER", "commitment-letter.pdf"),
            new Sample("TRUTH_STATEMENT", "truth-statement.pdf"),
            new Sample("INDEX", "index.docx"),
            new Sample("EVIDENCE", "evidence.pdf"));

    private final Path folder;

    public SampleMaterials(Path folder) {
        this.folder = folder;
    }

    /** Attaches everything that an application needs. */
    public void attachAll(ApplicantClient applicant, String id, boolean shortVideo) {
        DOCUMENTS.forEach(sample -> attach(applicant, id, sample));
        attach(applicant, id, new Sample("VIDEO", shortVideo ? "video-200s.mp4" : "video-330s.mp4"));
    }

    private void attach(ApplicantClient applicant, String id, Sample sample) {
        applicant
                .attach(id, sample.kind(), sample.file(), year(id, sample), content(sample.file()))
                .ok();
    }

    /** The reports are numbered from the last year back; the application's number begins with the year of its round. */
    private static String year(String id, Sample sample) {
        if (!sample.kind().equals("AUDIT_REPORT")) {
            return "";
        }
        int roundYear = Integer.parseInt(id.replaceAll("\\D*(\\d{4}).*", "$1"));
        return "&year=" + (roundYear - Integer.parseInt(sample.file().replaceAll("\\D", "")));
    }

    /** The content of one sample file. */
    public byte[] content(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Sample(String kind, String file) {}
}
