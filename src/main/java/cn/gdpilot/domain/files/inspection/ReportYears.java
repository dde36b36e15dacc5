package cn.gdpilot.domain.files.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The year that an audit report names on its first pages (R2.13): the latest of 2024年度 and 2024年12月31日, because a report
 * shows the year before beside its own. A scan has no text, and then there is no year.
 */
public class ReportYears {

    private static final Logger LOG = LoggerFactory.getLogger(ReportYears.class);
    private static final int FIRST_PAGES = 3;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_BYTES_IN_ALL = 64 * 1024 * 1024;
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年(?:度|(?:12|十2)月(?:31|3十1)日)");

    /**
     * Reads a file that the inspection has passed.
     *
     * @param format e.g. pdf
     * @return empty where no year is found, or the file cannot be read within bounds
     */
    public Optional<Integer> of(Path file, String format) {
        try {
            return switch (format) {
                case "pdf" -> in(pdf(file));
                case "docx" -> in(docx(file));
                default -> Optional.empty();
            };
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("No year is read: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    /** The latest year that a text names as the year of a report. */
    static Optional<Integer> in(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceAll("[○零Оo]", "〇");
        StringBuilder digits = new StringBuilder(plain.length());
        plain.chars().forEach(one -> {
            int digit = CHINESE_DIGITS.indexOf(one);
            digits.append((char) (digit < 0 ? one : '0' + digit));
        });
        return YEAR.matcher(digits)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .max(Comparator.naturalOrder());
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (!bounded(document)) {
                return "";
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(FIRST_PAGES);
            return stripper.getText(document);
        }
    }

    /** Whether nothing but pictures unpacks to more than the bounds; filters other than Deflate are not measured and not read. */
    private static boolean bounded(PDDocument document) throws IOException {
        long all = 0;
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            COSBase base = object == null ? null : object.getObject();
            if (base instanceof COSStream stream && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                long size = size(stream);
                all += size;
                if (size > MOST_BYTES || all > MOST_BYTES_IN_ALL) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long size(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        if (filter == null) {
            return stream.getLength();
        }
        if (!COSName.FLATE_DECODE.equals(filter)) {
            return Long.MAX_VALUE / 2;
        }
        try (InputStream content = new InflaterInputStream(stream.createRawInputStream())) {
            return content.skip(MOST_BYTES + 1L);
        }
    }

    private static String docx(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            ZipEntry text = archive.getEntry("word/document.xml");
            if (text == null) {
                return "";
            }
            try (InputStream content = archive.getInputStream(text)) {
                return new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
            }
        }
    }
}
