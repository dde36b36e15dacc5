package cn.gdpilot.domain.disc;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that every file system takes which the disc may meet; one that is too long is shortened so that it stays its own. */
final class DiscNames {

    /** Joliet takes 110 UTF-16 units; Linux takes 255 bytes of UTF-8, of which a Chinese character needs three. */
    private static final int LONGEST_FILE = 110;
    /** Shorter, since Windows counts the whole path. */
    private static final int LONGEST_FOLDER = 80;

    private static final int LONGEST_BYTES = 240;
    private static final int LONGEST_ENDING = 6;

    /** What some file system, or BagIt itself, does not take in a name. */
    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|%;\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|^[. ]+");
    /** Windows drops it, so that the name would be another's or have no ending. */
    private static final Pattern DROPPED = Pattern.compile("[. ]+$");

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[\\d¹²³]) *(\\..*)?");

    private final Set<String> taken = new HashSet<>();

    /** The name as a folder. */
    static String folder(String name) {
        return cut(fit(name), LONGEST_FOLDER, LONGEST_BYTES);
    }

    /** The path of a file in that folder: its name, or the name with a number where it is taken. */
    String file(String folder, String name) {
        String fit = fit(name);
        int dot = fit.lastIndexOf('.');
        String ending = dot > 0 && fit.length() - dot <= LONGEST_ENDING ? fit.substring(dot) : "";
        String stem = fit.substring(0, fit.length() - ending.length());
        String path = path(folder, stem, ending);
        for (int i = 2; !taken.add(regardlessOfCase(path)); i++) {
            path = path(folder, stem, "(" + i + ")" + ending);
        }
        return path;
    }

    private static String path(String folder, String stem, String ending) {
        int bytes = LONGEST_BYTES - ending.getBytes(StandardCharsets.UTF_8).length;
        return folder + "/" + cut(stem, LONGEST_FILE - ending.length(), bytes) + ending;
    }

    private static String fit(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String plain = UNFIT.matcher(DROPPED.matcher(composed).replaceAll("")).replaceAll("_");
        if (plain.isEmpty()) {
            return "_";
        }
        return DEVICE.matcher(plain).matches() ? "_" + plain : plain;
    }

    /** As Windows compares: some letters are equal only in capitals. */
    private static String regardlessOfCase(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** As many whole characters as fit. */
    private static String cut(String text, int units, int bytes) {
        StringBuilder cut = new StringBuilder();
        int left = bytes;
        for (int at = 0; at < text.length(); ) {
            String character = Character.toString(text.codePointAt(at));
            left -= character.getBytes(StandardCharsets.UTF_8).length;
            if (cut.length() + character.length() > units || left < 0) {
                // What was in the middle may not be at the end.
                return cut.toString().replaceAll("[. ]+$", "_");
            }
            cut.append(character);
            at += character.length();
        }
        return cut.toString();
    }
}
