package cn.gdpilot.domain.duplicate;

import java.util.List;

/** What a project resembles that comes to a list when its pairs have been decided (R2.5, R3.7). */
public interface Likenesses {

    /** Everything that the table does not call distinct from it and that no person has held apart; empty if nothing. */
    List<Likeness> of(String applicationId);

    /**
     * One other project.
     *
     * @param number      of the application, or of the pilot in words
     * @param projectName name
     * @param applicant   its registered name
     * @param judgement   the table's answer
     */
    record Likeness(String number, String projectName, String applicant, DuplicateTable.Judgement judgement) {

        /** True if the table is sure that both are one. */
        public boolean sure() {
            return judgement.verdict() == DuplicateVerdict.SAME;
        }
    }
}
