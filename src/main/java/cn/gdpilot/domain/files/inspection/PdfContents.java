package cn.gdpilot.domain.files.inspection;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Looks into every object of a .pdf, whether a page refers to it or not; a lock that hides them is refused too. */
class PdfContents {

    static final int DEEPEST = 100;

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
            PdfActions.check(dictionary);
            PdfReferences.check(dictionary);
            dictionary.getValues().forEach(inner -> value(inner, depth + 1));
        } else if (value instanceof COSArray array) {
            array.forEach(inner -> value(inner, depth + 1));
        }
    }
}
