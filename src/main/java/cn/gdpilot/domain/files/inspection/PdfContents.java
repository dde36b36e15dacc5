package cn.gdpilot.domain.files.inspection;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Looks into .pdf: scripts, actions that start or fetch something, files inside, locks. */
class PdfContents {

    private static final COSName[] FILES = {COSName.getPDFName("EmbeddedFile"), COSName.getPDFName("EmbeddedFiles")};
    private static final COSName SCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName LAUNCH = COSName.getPDFName("Launch");
    private static final COSName SUBMIT = COSName.getPDFName("SubmitForm");
    private static final COSName IMPORT = COSName.getPDFName("ImportData");
    private static final COSName RICH_MEDIA = COSName.getPDFName("RichMedia");
    private static final COSName XFA = COSName.getPDFName("XFA");

    private static final int DEEPEST = 100;

    void check(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                throw Inspection.refused("material.pdf-broken");
            }
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                value(object == null ? null : object.getObject(), 0);
            }
            value(document.getDocument().getTrailer(), 0);
        } catch (InvalidPasswordException locked) {
            throw Inspection.refused("material.pdf-locked");
        } catch (IOException broken) {
            throw Inspection.refused("material.pdf-broken");
        }
    }

    /** What stands in it itself; what it only refers to is an object of its own and has its own turn. */
    private static void value(COSBase value, int depth) {
        if (depth > DEEPEST) {
            throw Inspection.refused("material.pdf-broken");
        }
        if (value instanceof COSDictionary dictionary) {
            dictionary(dictionary);
            dictionary.getValues().forEach(inner -> value(inner, depth + 1));
        } else if (value instanceof COSArray array) {
            array.forEach(inner -> value(inner, depth + 1));
        }
    }

    private static void dictionary(COSDictionary dictionary) {
        COSName action = dictionary.getCOSName(COSName.S);
        boolean runs = dictionary.containsKey(JS)
                || dictionary.containsKey(SCRIPT)
                || SCRIPT.equals(action)
                || LAUNCH.equals(action)
                || SUBMIT.equals(action)
                || IMPORT.equals(action);
        boolean hides = FILES[0].equals(dictionary.getCOSName(COSName.TYPE))
                || dictionary.containsKey(FILES[1])
                || dictionary.containsKey(COSName.EF)
                || RICH_MEDIA.equals(dictionary.getCOSName(COSName.SUBTYPE))
                || dictionary.containsKey(XFA);
        if (runs) {
            throw Inspection.refused("material.pdf-script");
        }
        if (hides) {
            throw Inspection.refused("material.embedded");
        }
    }
}
