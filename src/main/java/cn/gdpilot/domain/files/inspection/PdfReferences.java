package cn.gdpilot.domain.files.inspection;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Finds what a .pdf holds besides its pages, and what it takes from or leads to outside of itself. */
final class PdfReferences {

    private static final Set<String> MEDIA = Set.of("RichMedia", "Movie", "Sound", "Screen", "3D", "FileAttachment");
    private static final List<COSName> HIDING =
            names("EmbeddedFiles", "EF", "XFA", "RichMediaContent", "RichMediaSettings");
    private static final Set<String> FILE_TYPES = Set.of("Filespec", "FileSpec", "F");
    private static final List<COSName> PATHS = names("F", "UF", "DOS", "Mac", "Unix");
    private static final List<COSName> ADDRESSES = names("URI", "Base");
    private static final COSName REFERENCE = COSName.getPDFName("Ref");

    private PdfReferences() {}

    static void check(COSDictionary dictionary) {
        boolean hides = dictionary.getNameAsString(COSName.TYPE, "").equals("EmbeddedFile")
                || MEDIA.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""))
                || HIDING.stream().anyMatch(dictionary::containsKey);
        if (hides) {
            throw Inspection.refused("material.embedded");
        }
        if (isOtherFile(dictionary) || takesContent(dictionary) || leadsElsewhere(dictionary)) {
            throw Inspection.refused("material.pdf-elsewhere");
        }
    }

    private static boolean isOtherFile(COSDictionary dictionary) {
        return FILE_TYPES.contains(dictionary.getNameAsString(COSName.TYPE, ""))
                || dictionary.containsKey(COSName.UF)
                || dictionary.getNameAsString(COSName.FS, "").equals("URL");
    }

    /** A stream whose bytes, or a form whose page, lie in another file. */
    private static boolean takesContent(COSDictionary dictionary) {
        return dictionary instanceof COSStream
                && (dictionary.containsKey(COSName.F) || dictionary.containsKey(REFERENCE));
    }

    private static boolean leadsElsewhere(COSDictionary dictionary) {
        return texts(dictionary, PATHS).anyMatch(Address::isRemote)
                || texts(dictionary, ADDRESSES).anyMatch(address -> !Address.isClickable(address));
    }

    private static Stream<String> texts(COSDictionary dictionary, List<COSName> keys) {
        return keys.stream()
                .map(dictionary::getDictionaryObject)
                .filter(COSString.class::isInstance)
                .map(text -> ((COSString) text).getString());
    }

    private static List<COSName> names(String... names) {
        return Stream.of(names).map(COSName::getPDFName).toList();
    }
}
