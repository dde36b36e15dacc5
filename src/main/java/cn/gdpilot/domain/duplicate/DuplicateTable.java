package cn.gdpilot.domain.duplicate;

/** The table duplicate-verdict (R2.10, R3.7). */
public interface DuplicateTable {

    /** What the table says of two projects. */
    Judgement judge(boolean sameApplicant, boolean sameDirection, double similarity, boolean otherChannel);

    /** The table with the version that answers now, e.g. "duplicate-verdict v2". */
    String verdictSource();

    /**
     * The table's answer.
     *
     * @param verdict what the table takes them for
     * @param message a Chinese sentence that says why
     */
    record Judgement(DuplicateVerdict verdict, String message) {

        /** True if a person has to decide: the table only proposes. */
        public boolean needsPerson() {
            return verdict != DuplicateVerdict.DISTINCT;
        }
    }
}
