package cn.gdpilot.domain.eligibility.credit;

import java.time.Instant;

/**
 * One look-up of an applicant's credit record.
 *
 * @param id            key
 * @param applicationId application for which it was looked up
 * @param source        REGISTRY (a hint) or PERSON (what counts)
 * @param result        CLEAN, DISHONEST or UNAVAILABLE
 * @param remark        in words
 * @param reportName    name of the report; null where none is attached
 * @param reportFormat  its format by content
 * @param reportSha256  its key in the store
 * @param person        who looked
 * @param office        for which unit
 * @param at            when
 */
public record CreditLookup(
        long id,
        String applicationId,
        String source,
        String result,
        String remark,
        String reportName,
        String reportFormat,
        String reportSha256,
        String person,
        String office,
        Instant at) {

    /** Whether a person found it out, so that it counts. */
    public boolean counts() {
        return source.equals("PERSON");
    }

    public boolean clean() {
        return result.equals("CLEAN");
    }
}
