package cn.gdpilot.domain.material;

import cn.gdpilot.domain.text.Refusal;

/**
 * What an applicant says of a file beside its name (R2.13).
 *
 * @param year        year that an audit report is for; null = not said, and for other kinds
 * @param resultClass class of a related result; null = not said, and for other kinds
 */
public record FileLabel(Integer year, ResultClass resultClass) {

    public static final FileLabel NONE = new FileLabel(null, null);

    /**
     * Reads a label as a form or a program sends it; null and blanks say nothing.
     *
     * @throws Refusal if the year is none, there is no such class, or the kind of material has no such label
     */
    public static FileLabel parse(MaterialKind kind, String year, String resultClass) {
        FileLabel label = new FileLabel(year(year), ResultClass.parse(resultClass));
        if (label.year != null && kind != MaterialKind.AUDIT_REPORT) {
            throw Refusal.byRule("R2.13", "material.year-kind");
        }
        if (label.resultClass != null && kind != MaterialKind.RESULT) {
            throw Refusal.byRule("R2.13", "material.class-kind");
        }
        return label;
    }

    /** This label, completed with what an earlier one said and this one does not. */
    FileLabel over(FileLabel earlier) {
        return new FileLabel(
                year == null ? earlier.year : year, resultClass == null ? earlier.resultClass : resultClass);
    }

    private static Integer year(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("[12]\\d{3}")) {
            throw Refusal.byRule("R2.13", "material.year");
        }
        return Integer.valueOf(text.strip());
    }
}
