package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashes by path, as sha256sum, manifests of BagIt and PowerShell's Get-FileHash write them. */
final class SumList {

    private static final Pattern LINE = Pattern.compile("\\\\?([0-9a-fA-F]{64})[ \\t]+\\*?(.+)");
    private static final char MARK = '\uFEFF';

    private SumList() {}

    /** A file's text: UTF-8, or what PowerShell writes. */
    static String decode(byte[] file) {
        boolean powerShell = file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE;
        return new String(file, powerShell ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    /**
     * Reads them.
     *
     * @throws Refusal if a line is none of that form
     */
    static Map<String, String> parse(String text) {
        Map<String, String> sums = new LinkedHashMap<>();
        String plain = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        int number = 0;
        for (String line : (Iterable<String>) plain.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw Refusal.invalid("disc.check-line", number);
            }
            sums.put(path(parts.group(2)), parts.group(1).toLowerCase(Locale.ROOT));
        }
        return sums;
    }

    private static String path(String name) {
        String slashes = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).replace('\\', '/');
        return slashes.startsWith("./") ? slashes.substring(2) : slashes;
    }
}
