package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.files.store.Sha256;
import cn.gdpilot.domain.papers.template.Facts;
import java.util.Locale;

/** A short mark of what a paper says, by which a sealed print is held against what was submitted. */
final class Fingerprint {

    private static final int DIGITS = 16;
    private static final String IN_FOURS = "(.{4})(?!$)";

    private Fingerprint() {}

    /** The first sixteen digits of the SHA-256 of all words and lists, in fours: 9F86 D081 884C 7D65. */
    static String of(Facts said) {
        return Sha256.of(said.text()).substring(0, DIGITS).toUpperCase(Locale.ROOT).replaceAll(IN_FOURS, "$1 ");
    }
}
