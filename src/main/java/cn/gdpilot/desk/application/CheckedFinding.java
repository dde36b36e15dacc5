package cn.gdpilot.desk.application;

import cn.gdpilot.domain.eligibility.Finding;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A finding and the place on the applicant's pages where it is mended.
 *
 * @param finding what a table or the check itself found
 * @param field   a field or section of the form or a kind of material, also the id of its place on the page; or
 *     {@link #OWN_APPLICATIONS}
 */
public record CheckedFinding(@JsonUnwrapped Finding finding, String field) {

    /** The overview: what only another application of the applicant can mend, by its being withdrawn. */
    static final String OWN_APPLICATIONS = "own-applications";

    public boolean refuses() {
        return finding.refuses();
    }

    /** Whether the place is on the application's own page. */
    public boolean here() {
        return !OWN_APPLICATIONS.equals(field);
    }
}
