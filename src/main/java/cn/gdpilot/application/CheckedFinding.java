package cn.gdpilot.application;

import cn.gdpilot.eligibility.Finding;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A finding and the place on the applicant's page where it is mended.
 *
 * @param finding what a table or the check itself found
 * @param field   a field of the form or a kind of material, also the id of its place on the page; null where the
 *     applicant can not mend it there
 */
record CheckedFinding(@JsonUnwrapped Finding finding, String field) {

    boolean refuses() {
        return finding.refuses();
    }
}
