package cn.gdpilot.domain.files.inspection;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses formulas that start a program (DDE: program|topic!item) or fetch something when they are calculated. */
final class OfficeFormulas {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|\\[[^\\[\\]]*]");
    private static final Pattern FETCHING = Pattern.compile(
            "(?<![\\w.])(?:_XLFN\\.)?(?:_XLWS\\.)?(WEBSERVICE|IMAGE|RTD|CALL|REGISTER|REGISTER\\.ID|EXEC)\\s*\\(");
    private static final Pattern LINK = Pattern.compile("HYPERLINK\\s*\\(\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private OfficeFormulas() {}

    static void check(String formula) {
        String plain = QUOTED.matcher(formula).replaceAll("").toUpperCase(Locale.ROOT);
        if (plain.contains("|")) {
            throw Inspection.refused("material.formula", "DDE");
        }
        Matcher fetching = FETCHING.matcher(plain);
        if (fetching.find()) {
            throw Inspection.refused("material.formula", fetching.group(1));
        }
        Matcher link = LINK.matcher(formula);
        while (link.find()) {
            if (Address.isRemote(link.group(1))) {
                Address.checkLink(link.group(1));
            }
        }
    }
}
