package cn.gdpilot.domain.files.inspection;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Finds what a .pdf does: scripts, programs, media and forms in any action, and anything that happens by itself. */
final class PdfActions {

    private static final Set<String> RUN = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "Rendition",
            "RichMediaExecute",
            "Movie",
            "Sound",
            "GoTo3DView");
    private static final Set<String> LEAD_TO_FILES = Set.of("GoToR", "GoToE");
    private static final COSName[] SCRIPTS = {COSName.getPDFName("JS"), COSName.getPDFName("JavaScript")};
    private static final COSName BY_ITSELF = COSName.getPDFName("AA");
    private static final COSName NEXT = COSName.getPDFName("Next");

    private PdfActions() {}

    static void check(COSDictionary dictionary) {
        String kind = kind(dictionary);
        if (RUN.contains(kind) || dictionary.containsKey(SCRIPTS[0]) || dictionary.containsKey(SCRIPTS[1])) {
            throw Inspection.refused("material.pdf-script");
        }
        if (LEAD_TO_FILES.contains(kind) || kind.equals("Thread") && dictionary.containsKey(COSName.F)) {
            throw Inspection.refused("material.pdf-elsewhere");
        }
        byItself(dictionary.getDictionaryObject(COSName.OPEN_ACTION), 0);
        if (dictionary.getDictionaryObject(BY_ITSELF) instanceof COSDictionary occasions) {
            occasions.keySet().forEach(occasion -> byItself(occasions.getDictionaryObject(occasion), 0));
        }
    }

    /** To a place in the same file only, as word processors write it. */
    private static void byItself(COSBase action, int depth) {
        if (depth > PdfContents.DEEPEST) {
            throw Inspection.refused("material.pdf-broken");
        }
        if (action instanceof COSDictionary dictionary) {
            if (!Set.of("", "GoTo").contains(kind(dictionary))) {
                throw Inspection.refused("material.pdf-script");
            }
            next(dictionary.getDictionaryObject(NEXT), depth);
        }
    }

    private static void next(COSBase next, int depth) {
        if (next instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                byItself(several.getObject(i), depth + 1);
            }
        } else {
            byItself(next, depth + 1);
        }
    }

    private static String kind(COSDictionary dictionary) {
        return dictionary.getDictionaryObject(COSName.S) instanceof COSName kind ? kind.getName() : "";
    }
}
